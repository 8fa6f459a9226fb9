package im.chrysalis.values;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ContactIdTest {
  private static final ContactId ANNA = new ContactId(new AccountId(10_001));

  @Test
  void isWrittenInLowerCaseWithoutBraces() {
    assertThat(ANNA).hasToString("63687279-7300-4000-8000-000000002711");
  }

  @Test
  void isReadInEitherCaseWithOrWithoutBraces() {
    assertThat(ContactId.parse("63687279-7300-4000-8000-000000002711")).contains(ANNA);
    assertThat(ContactId.parse("{63687279-7300-4000-8000-000000002711}")).contains(ANNA);
    assertThat(ContactId.parse("63687279-7300-4000-8000-00000000271A"))
        .contains(new ContactId(new AccountId(0x271A)));
  }

  @Test
  void anotherGuidStandsForNobody() {
    assertThat(ContactId.parse("124153dc-a695-4f6c-93e8-8e07c9775251")).isEmpty();
    assertThat(ContactId.parse("63687279-7300-4000-9000-000000002711")).isEmpty();
    assertThat(ContactId.parse("ben@example.test")).isEmpty();
    assertThat(ContactId.parse("{63687279}")).isEmpty();
    assertThat(ContactId.parse("")).isEmpty();
  }
}
