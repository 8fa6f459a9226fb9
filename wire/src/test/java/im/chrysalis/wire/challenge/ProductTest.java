package im.chrysalis.wire.challenge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProductTest {
  @ParameterizedTest
  @CsvSource({
    "PROD0038W!61ZTF9,   15570131571988941333, ca90e6a7c94a14aae7b3ae0f6018433e",
    "msmsgs@msnmsgr.com, 12345678901234567890, 8ba1bb9d6dbf624fee31a2053af5fdd0",
  })
  void answersAsMsnp6To10Do(String id, String challenge, String answer) {
    assertThat(Products.find(id).map(product -> product.answer(challenge))).contains(answer);
  }

  @ParameterizedTest
  @CsvSource({
    "PROD0090YUAUV{2B, 22210219642164014968, 85ecb0db8f32113df79ce0892b9a102c",
    "PROD0090YUAUV{2B, 15570131571988941333, d8d8cb2c2043a603d8286a3343143ee1",
    "PROD0101{0RM?UBW, 13038318816579321232, 5f6ae998b8fa70c37b62980f71a0e736",
    "PROD0119GSJUC$18, 12345678901234567890, 3f16eba5629b9abc4a37c2cfbdc0f5d7",
    "PROD0120PW!CCV9@, 12345678901234567890, d21f78ed9cd4181eba9499824d73c215",
  })
  void answersAsMsnp11AndLaterDo(String id, String challenge, String answer) {
    assertThat(Products.find(id).map(product -> product.answerSinceMsnp11(challenge)))
        .contains(answer);
  }

  @Test
  void everyProductHasAnIdOfItsOwn() {
    assertThat(Products.KNOWN).hasSize(17).extracting(Product::id).doesNotHaveDuplicates();
    assertThat(Products.KNOWN).extracting(Product::key).allMatch(key -> key.length() == 16);
    assertThat(Products.find("PROD9999XXXXXXXX")).isEmpty();
  }
}
