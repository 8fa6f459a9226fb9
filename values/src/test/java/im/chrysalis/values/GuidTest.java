package im.chrysalis.values;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class GuidTest {
  private static final String TEXT = "124153dc-a695-4f6c-93e8-8e07c9775251";
  private static final UUID GUID = new UUID(0x124153dca6954f6cL, 0x93e88e07c9775251L);

  @Test
  void isReadInEitherCase() {
    assertThat(Guid.parse(TEXT)).contains(GUID);
    assertThat(Guid.parse("124153DC-A695-4F6C-93E8-8E07C9775251")).contains(GUID);
  }

  @Test
  void bracesAreReadWhereTheyMayStand() {
    assertThat(Guid.parseBraced("{" + TEXT + "}")).contains(GUID);
    assertThat(Guid.parseBraced(TEXT)).contains(GUID);
    assertThat(Guid.parse("{" + TEXT + "}")).isEmpty();
    assertThat(Guid.parseBraced("{" + TEXT)).isEmpty();
  }

  @Test
  void anythingElseIsNone() {
    assertThat(Guid.parse("")).isEmpty();
    assertThat(Guid.parseBraced("{}")).isEmpty();
    assertThat(Guid.parse("1-2-3-4-5")).isEmpty();
    assertThat(Guid.parse("124153dc-a695-4f6c-93e8-8e07c977525x")).isEmpty();
    assertThat(Guid.parse("00124153dc-a695-4f6c-93e8-8e07c97752")).isEmpty();
    assertThat(Guid.parse("+24153dc-a695-4f6c-93e8-8e07c9775251")).isEmpty();
  }
}
