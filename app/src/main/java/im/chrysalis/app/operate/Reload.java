package im.chrysalis.app.operate;

import java.util.List;

/** Lets a running server read its configuration again. */
public record Reload() implements Order<Reload.Done> {

  /**
   * The configuration is read.
   *
   * @param changed keys of settings whose new values hold now
   * @param atNextStart keys of settings whose new values hold only from the next start on
   */
  public record Done(List<String> changed, List<String> atNextStart) {}

  @Override
  public Class<Done> answer() {
    return Done.class;
  }

  @Override
  public Done carryOut(Workplace at, Exchange with) throws Refused {
    return at.server()
        .orElseThrow(() ->
            new Refused(
                "no server runs on "
                    + at.configuration().data()
                    + ": the configuration is read when one starts"))
        .reload();
  }
}
