package im.chrysalis.server.session;

import static org.assertj.core.api.Assertions.assertThat;

import im.chrysalis.domain.conversation.ConversationId;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GroupAddressTest {
  @ParameterizedTest
  @CsvSource({"'',1", "'',2147483647", "a,1", "zz9,77", "3w5e11264sgsf,2147483647"})
  void anAddressLeadsBackToItsConversation(String node, int number) {
    ConversationId conversation = new ConversationId(node, number);
    assertThat(GroupAddress.parse(GroupAddress.of(conversation))).contains(conversation);
  }

  @Test
  void conversationsOfTwoNodesHaveTwoAddresses() {
    assertThat(GroupAddress.of(new ConversationId("a", 1)))
        .isNotEqualTo(GroupAddress.of(new ConversationId("b", 1)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "00000000-0000-0000-0000-000000000000",
        "00000000-0000-0000-8000-000000000000", // no number
        "00000000-0000-0000-8000-000080000000", // a number that no conversation has
        "00000000-0000-0000-0000-000000000001",
        "588e793a-003d-0003-4136-314b00000000"
      })
  void otherAddressesLeadNowhere(String guid) {
    assertThat(GroupAddress.parse(UUID.fromString(guid))).isEmpty();
  }
}
