package im.chrysalis.wire.routed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import im.chrysalis.values.EmailAddress;
import im.chrysalis.values.EndpointId;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutedAddressTest {
  private static final EmailAddress BEN = EmailAddress.of("ben@example.com");
  private static final String GUID = "ad9d9247-9181-4c57-8388-248304e153d3";
  private static final UUID GROUP = UUID.fromString(GUID);
  private static final Optional<EndpointId> PLACE = EndpointId.parse(GUID);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1:ben@example.com",
        "1:ben@example.com;epid={" + GUID + "}",
        "1:ben@example.com;epid={" + GUID + "};path=IM;via=9:" + GUID + "@live.com",
        "9:00000000-0000-0000-0009-73944a8f7947@live.com;path=IM",
        "10:" + GUID + "@live.com",
        "13:1065663773;via=14:fb",
        "14:fb",
        "4:tel:+15551234"
      })
  void isWrittenAsItWasRead(String text) {
    assertThat(RoutedAddress.parse(text).orElseThrow()).hasToString(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1:ben@example.com;path=IM;epid={" + GUID + "}",
        "1:ben@example.com; path=IM ; EPID=" + GUID,
        "1:ben@example.com;colour=red;path=IM;epid={" + GUID + "}"
      })
  void theParametersMayStandInAnyOrder(String text) {
    assertThat(RoutedAddress.parse(text)).contains(RoutedAddress.of(BEN, PLACE).withPath("IM"));
  }

  @Test
  void aPlaceThatIsNoneIsLeftOut() {
    assertThat(RoutedAddress.parse("1:ben@example.com;epid={home}"))
        .contains(RoutedAddress.of(BEN));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ben@example.com",
        ":ben@example.com",
        "one:ben@example.com",
        "-1:ben@example.com",
        "65536:ben@example.com",
        "999999:ben@example.com",
        "1:",
        "1: ;epid=x",
        "1:ben and anna@example.com",
        "1:ben\r\nFrom: 1:eve@example.com"
      })
  void whatIsNoAddressIsNothing(String text) {
    assertThat(RoutedAddress.parse(text)).isEmpty();
  }

  @Test
  void isNotLongerThanAnyoneNeeds() {
    assertThat(RoutedAddress.parse("1:" + "b".repeat(256))).isPresent();
    assertThat(RoutedAddress.parse("1:" + "b".repeat(257))).isEmpty();
  }

  @Test
  void tellsPeopleFromGroups() {
    RoutedAddress circle = RoutedAddress.circle(GROUP);
    RoutedAddress temporary = RoutedAddress.temporary(GROUP);
    RoutedAddress ben = RoutedAddress.of(BEN);

    assertThat(circle).hasToString("9:" + GUID + "@live.com");
    assertThat(circle.group()).contains(GROUP);
    assertThat(circle.address()).isEmpty();
    assertThat(temporary).hasToString("10:" + GUID + "@live.com");
    assertThat(temporary.group()).contains(GROUP);
    assertThat(RoutedAddress.parse("10:" + GUID.toUpperCase() + "@LIVE.com").orElseThrow().group())
        .contains(GROUP);
    assertThat(ben.group()).isEmpty();
    assertThat(ben.address()).contains(BEN);
    assertThat(RoutedAddress.parse("1:Ben@Example.com").orElseThrow().address()).contains(BEN);
    assertThat(RoutedAddress.parse("14:fb").orElseThrow().address()).isEmpty();
    assertThat(RoutedAddress.parse("9:choir@live.com").orElseThrow().group()).isEmpty();
  }

  @Test
  void knowsWhatItGoesThrough() {
    RoutedAddress inCircle = RoutedAddress.of(BEN, PLACE).withVia(RoutedAddress.circle(GROUP));
    assertThat(inCircle.gateway()).contains(RoutedAddress.circle(GROUP));
    assertThat(inCircle.with(Optional.empty()))
        .hasToString("1:ben@example.com;via=9:" + GUID + "@live.com");
    assertThat(inCircle.bare()).isEqualTo(RoutedAddress.of(BEN));
  }

  @Test
  void neverBreaksTheHeaderThatItStandsIn() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RoutedAddress.of(BEN).withPath("IM\r\nFrom: 1:eve@example.com"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RoutedAddress.of(BEN).withPath("IM;epid=x"));
  }
}
