package im.chrysalis.net.http.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class OrderTest {
  private static final String TEXT = "0123456789abcdef0123456789abcdef.42";
  private static final SessionId ID = SessionId.parse(TEXT).orElseThrow();

  @Test
  void clientsOpenInSeveralWays() {
    assertThat(Order.parse("Action=open&Server=NS&IP=messenger.hotmail.com"))
        .contains(new Order.Open(Destination.NOTIFICATION));
    assertThat(Order.parse("Action=open&Server=SB&IP=192.0.2.1:1865"))
        .contains(new Order.Open(Destination.SWITCHBOARD));
    assertThat(Order.parse("SessionID=&Action=open&Server=NS")) // BitlBee
        .contains(new Order.Open(Destination.NOTIFICATION));
  }

  @Test
  void pollsMayAskForTime() {
    assertThat(Order.parse("Action=poll&SessionID=" + TEXT))
        .contains(new Order.Poll(ID, Duration.ZERO));
    assertThat(Order.parse("SessionID=" + TEXT + "&Action=poll&Lifespan=60")) // BitlBee
        .contains(new Order.Poll(ID, Duration.ofSeconds(60)));
    assertThat(Order.parse("Action=poll&LifeSpan=1&SessionID=" + TEXT)) // MSNPSharp
        .contains(new Order.Poll(ID, Duration.ofSeconds(1)));
    assertThat(Order.parse("Action=poll&Lifespan=-5&SessionID=" + TEXT))
        .contains(new Order.Poll(ID, Duration.ZERO));
  }

  @Test
  void whatIsSaidNeedsNoAction() {
    assertThat(Order.parse("SessionID=" + TEXT)).contains(new Order.Say(ID));
    assertThat(Order.parse("SessionID=" + TEXT + "&")).contains(new Order.Say(ID)); // BitlBee
  }

  @Test
  void theIdHasRoomInMirandaAndBeginsAnewAfterAMillionAnswers() {
    SessionId id = new SessionId(SessionId.fresh().session(), 999_999);
    assertThat(id.toString()).hasSize(39);
    assertThat(id.next().answer()).isZero();
    assertThat(id.isShortlyBefore(id.next())).isTrue();
    assertThat(id.next().isShortlyBefore(id)).isFalse();
    assertThat(id.isShortlyBefore(id)).isFalse();
  }
}
