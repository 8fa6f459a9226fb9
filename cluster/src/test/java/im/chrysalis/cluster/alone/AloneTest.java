package im.chrysalis.cluster.alone;

import im.chrysalis.cluster.Hosts;
import im.chrysalis.cluster.PeopleContract;
import im.chrysalis.domain.person.People;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

class AloneTest extends PeopleContract {
  @Override
  protected Hosts.Maker hosts() {
    return (store, timer) -> {
      ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
      return new OneHost(new Alone(store, timer, workers), workers);
    };
  }

  private record OneHost(Alone alone, ExecutorService workers) implements Hosts {
    @Override
    public People people(int node) {
      return alone;
    }

    @Override
    public String name(int node) {
      return "";
    }

    @Override
    public int active() {
      return alone.active();
    }

    @Override
    public void close() {
      workers.close();
    }
  }
}
