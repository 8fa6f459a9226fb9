package im.chrysalis.app.serve;

import im.chrysalis.net.http.HttpRequest;
import im.chrysalis.net.http.HttpResponse;
import im.chrysalis.net.http.HttpService;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/** Counts what clients asked for over HTTP, by how it ended. */
final class CountedRequests implements HttpService {
  private static final int FAILED = 500;

  private final HttpService service;
  private final MeterRegistry meters;
  private final Map<Integer, Counter> counters = new ConcurrentHashMap<>();

  CountedRequests(HttpService service, MeterRegistry meters) {
    this.service = service;
    this.meters = meters;
  }

  @Override
  public CompletionStage<HttpResponse> answer(HttpRequest request) {
    try {
      return service
          .answer(request)
          .whenComplete((response, fault) -> count(fault == null ? response.status() : FAILED));
    } catch (RuntimeException bug) {
      count(FAILED);
      throw bug;
    }
  }

  private void count(int status) {
    counters.computeIfAbsent(status, this::counter).increment();
  }

  private Counter counter(int status) {
    return Counter.builder("chrysalis.web.requests")
        .description("Requests answered on the http and https ports")
        .tag("status", Integer.toString(status))
        .register(meters);
  }
}
