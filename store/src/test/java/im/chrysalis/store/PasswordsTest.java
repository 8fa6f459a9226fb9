package im.chrysalis.store;

import static im.chrysalis.store.Neighbours.address;
import static im.chrysalis.store.Neighbours.await;
import static org.assertj.core.api.Assertions.assertThat;

import im.chrysalis.domain.account.Account;
import im.chrysalis.domain.account.NewAccount;
import im.chrysalis.domain.account.Passwords.PasswordCheck;
import im.chrysalis.domain.account.Passwords.PasswordCheck.Right;
import im.chrysalis.domain.account.Passwords.PasswordCheck.Wrong;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class PasswordsTest extends OnEveryDatabase {
  private PasswordCheck verify(String name, String password) {
    return await(store.passwords().verify(address(name), password));
  }

  private Account create(String name, String password) {
    return Neighbours.made(store.registry().create(NewAccount.of(address(name), password)));
  }

  @Test
  void thePasswordIsRightAndEveryOtherIsWrong() {
    Account anna = create("anna", "Sesame ♥");
    reopen();
    assertThat(verify("anna", "Sesame ♥")).isEqualTo(new Right(anna.card()));
    assertThat(verify("anna", "sesame ♥")).isEqualTo(new Wrong());
    assertThat(verify("anna", "")).isEqualTo(new Wrong());
    assertThat(verify("ben", "Sesame ♥")).isEqualTo(new Wrong());
  }

  @Test
  void theFirstSixteenCharactersOfALongPasswordAreRightToo() {
    Account anna = create("anna", "0123456789abcdef-and-more");
    assertThat(verify("anna", "0123456789abcdef-and-more")).isEqualTo(new Right(anna.card()));
    assertThat(verify("anna", "0123456789abcdef")).isEqualTo(new Right(anna.card()));
    assertThat(verify("anna", "0123456789abcde")).isEqualTo(new Wrong());
    assertThat(verify("anna", "0123456789abcdef-and-less")).isEqualTo(new Wrong());
  }

  @Test
  void aNewPasswordMakesTheOldOneWrong() {
    Account anna = create("anna", "0123456789abcdef-and-more");
    assertThat(store.registry().setPassword(address("anna"), "other-one")).isEmpty();
    assertThat(verify("anna", "0123456789abcdef-and-more")).isEqualTo(new Wrong());
    assertThat(verify("anna", "0123456789abcdef")).isEqualTo(new Wrong());
    assertThat(verify("anna", "other-one")).isEqualTo(new Right(anna.card()));
  }

  @Test
  void nobodySignsInToAnAccountWithoutPassword() {
    NewAccount wanted =
        new NewAccount(
            address("anna"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            OptionalLong.empty(),
            Optional.empty(),
            true);
    Neighbours.made(store.registry().create(wanted));
    assertThat(verify("anna", "")).isEqualTo(new Wrong());
    assertThat(await(store.accounts().legacySecret(address("anna")))).isEmpty();
  }
}
