package im.chrysalis.domain.circle;

import static im.chrysalis.domain.circle.CircleRole.ADMIN;
import static im.chrysalis.domain.circle.CircleRole.ASSISTANT;
import static im.chrysalis.domain.circle.CircleRole.MEMBER;
import static im.chrysalis.domain.circle.CircleRole.PENDING_OUTBOUND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import im.chrysalis.domain.account.Card;
import im.chrysalis.domain.circle.CircleOutcome.Done;
import im.chrysalis.domain.circle.CircleOutcome.Refused;
import im.chrysalis.values.AccountId;
import im.chrysalis.values.CircleId;
import im.chrysalis.values.EmailAddress;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CircleTest {
  private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");
  private static final Card ANNA = card(10_001, "anna");
  private static final Card BEN = card(10_002, "ben");
  private static final Card CARL = card(10_003, "carl");
  private static final Card DORA = card(10_004, "dora");

  private Instant now = NOON;
  private Circle circle = done(Circle.founded(new CircleId(9), "Rowing", fresh(ANNA), NOON));

  private static Card card(long number, String name) {
    return new Card(new AccountId(number), EmailAddress.of(name + "@example.test"), name);
  }

  private static Newcomer fresh(Card who) {
    return new Newcomer(who, 0, 0);
  }

  private static Circle done(CircleOutcome outcome) {
    assertThat(outcome).isInstanceOf(Done.class);
    return ((Done) outcome).circle();
  }

  private static void refused(CircleOutcome outcome, CircleRefusal why) {
    assertThat(outcome).isEqualTo(new Refused(why));
  }

  /** Anna's circle, with somebody who has joined and been given a role. */
  private void joins(Card who, CircleRole role) {
    now = now.plusSeconds(60);
    circle = done(circle.invite(ANNA.id(), fresh(who), "", now));
    circle = done(circle.answer(fresh(who), true, now));
    if (role != MEMBER) {
      circle = done(circle.setRole(ANNA.id(), who.id(), role, now));
    }
  }

  @Test
  void whoeverFoundsACircleOwnsIt() {
    assertThat(circle.owner()).isEqualTo(ANNA.id());
    assertThat(circle.members()).containsExactly(CircleMember.founder(ANNA, NOON));
    assertThat(circle.created()).isEqualTo(NOON);
    assertThat(circle.changed()).isEqualTo(NOON);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "a\nb", "a\0b"})
  void aNameSaysSomethingOnOneLine(String name) {
    refused(Circle.founded(new CircleId(1), name, fresh(ANNA), NOON), CircleRefusal.BAD_NAME);
    refused(circle.rename(ANNA.id(), name, NOON), CircleRefusal.BAD_NAME);
  }

  @Test
  void aNameHasALongestLength() {
    assertThat(Circle.isName("x".repeat(Circle.MAX_NAME))).isTrue();
    assertThat(Circle.isName("x".repeat(Circle.MAX_NAME + 1))).isFalse();
  }

  @Test
  void nobodyIsInTooManyCircles() {
    Newcomer busy = new Newcomer(BEN, Circle.MAX_CIRCLES, 0);
    refused(Circle.founded(new CircleId(1), "Chess", busy, NOON), CircleRefusal.TOO_MANY_CIRCLES);
    circle = done(circle.invite(ANNA.id(), busy, "", NOON));
    refused(circle.answer(busy, true, NOON), CircleRefusal.TOO_MANY_CIRCLES);
    assertThat(done(circle.answer(busy, false, NOON)).members()).hasSize(1);
  }

  @Test
  void nobodyWaitsForTooManyAnswersOfOnePerson() {
    refused(
        circle.invite(ANNA.id(), new Newcomer(BEN, 0, Circle.MAX_INVITATIONS), "", NOON),
        CircleRefusal.TOO_MANY_CIRCLES);
  }

  @Test
  void whoIsInvitedWaitsUntilTheyAnswer() {
    circle = done(circle.invite(ANNA.id(), fresh(BEN), "Do come!", NOON.plusSeconds(1)));
    assertThat(circle.member(BEN.id()))
        .contains(CircleMember.invited(BEN, ANNA, "Do come!", NOON.plusSeconds(1)));
    assertThat(circle.present(BEN.id())).isEmpty();
    assertThat(circle.stateOf(BEN.id())).isEqualTo(CircleState.WAITING);
    circle = done(circle.answer(fresh(BEN), true, NOON.plusSeconds(2)));
    CircleMember ben = circle.present(BEN.id()).orElseThrow();
    assertThat(ben.role()).isEqualTo(MEMBER);
    assertThat(ben.inviter()).contains(ANNA);
    assertThat(ben.since()).isEqualTo(NOON.plusSeconds(2));
    refused(circle.answer(fresh(BEN), true, NOON), CircleRefusal.ALREADY_THERE);
  }

  @Test
  void whoDeclinesHasNothingToDoWithItAndMayBeInvitedAgain() {
    circle = done(circle.invite(ANNA.id(), fresh(BEN), "", NOON));
    circle = done(circle.answer(fresh(BEN), false, NOON));
    assertThat(circle.stateOf(BEN.id())).isEqualTo(CircleState.NONE);
    refused(circle.answer(fresh(BEN), true, NOON), CircleRefusal.NOT_A_MEMBER);
    assertThat(done(circle.invite(ANNA.id(), fresh(BEN), "", NOON)).member(BEN.id())).isPresent();
  }

  @Test
  void adminsAndAssistantsInvite() {
    joins(BEN, ASSISTANT);
    joins(CARL, MEMBER);
    refused(circle.invite(CARL.id(), fresh(DORA), "", NOON), CircleRefusal.NOT_ALLOWED);
    refused(circle.invite(DORA.id(), fresh(DORA), "", NOON), CircleRefusal.NOT_A_MEMBER);
    assertThat(done(circle.invite(BEN.id(), fresh(DORA), "", NOON)).member(DORA.id())).isPresent();
  }

  @Test
  void whoOnlyWaitsMayNothing() {
    circle = done(circle.invite(ANNA.id(), fresh(BEN), "", NOON));
    refused(circle.invite(BEN.id(), fresh(CARL), "", NOON), CircleRefusal.NOT_A_MEMBER);
    refused(circle.rename(BEN.id(), "Mine", NOON), CircleRefusal.NOT_A_MEMBER);
    refused(circle.remove(BEN.id(), ANNA.id(), NOON), CircleRefusal.NOT_A_MEMBER);
    refused(circle.setRole(BEN.id(), BEN.id(), ADMIN, NOON), CircleRefusal.NOT_A_MEMBER);
    refused(circle.setRole(ANNA.id(), BEN.id(), ADMIN, NOON), CircleRefusal.NOT_A_MEMBER);
  }

  @Test
  void nobodyIsInvitedTwice() {
    circle = done(circle.invite(ANNA.id(), fresh(BEN), "", NOON));
    refused(circle.invite(ANNA.id(), fresh(BEN), "", NOON), CircleRefusal.ALREADY_THERE);
    refused(circle.invite(ANNA.id(), fresh(ANNA), "", NOON), CircleRefusal.ALREADY_THERE);
  }

  @Test
  void anInvitationHasAFewWordsAtMost() {
    refused(
        circle.invite(ANNA.id(), fresh(BEN), "x".repeat(CircleMember.MAX_MESSAGE + 1), NOON),
        CircleRefusal.BAD_MESSAGE);
    refused(circle.invite(ANNA.id(), fresh(BEN), "a\0b", NOON), CircleRefusal.BAD_MESSAGE);
    done(circle.invite(ANNA.id(), fresh(BEN), "two\r\nlines", NOON));
  }

  @Test
  void aCircleHasRoomForSoMany() {
    for (int i = 1; i < Circle.MAX_MEMBERS; i++) {
      circle = done(circle.invite(ANNA.id(), fresh(card(20_000 + i, "m" + i)), "", NOON));
    }
    refused(circle.invite(ANNA.id(), fresh(BEN), "", NOON), CircleRefusal.CIRCLE_FULL);
  }

  @Test
  void adminsRemoveAllButTheOwnerAndAssistantsThoseWhoAreLess() {
    joins(BEN, ADMIN);
    joins(CARL, ASSISTANT);
    joins(DORA, MEMBER);
    refused(circle.remove(BEN.id(), ANNA.id(), NOON), CircleRefusal.NOT_ALLOWED);
    refused(circle.remove(CARL.id(), BEN.id(), NOON), CircleRefusal.NOT_ALLOWED);
    refused(circle.remove(DORA.id(), CARL.id(), NOON), CircleRefusal.NOT_ALLOWED);
    assertThat(done(circle.remove(CARL.id(), DORA.id(), NOON)).member(DORA.id())).isEmpty();
    assertThat(done(circle.remove(BEN.id(), CARL.id(), NOON)).member(CARL.id())).isEmpty();
    assertThat(done(circle.remove(ANNA.id(), BEN.id(), NOON)).member(BEN.id())).isEmpty();
    assertThat(done(circle.remove(DORA.id(), DORA.id(), NOON)).member(DORA.id())).isEmpty();
  }

  @Test
  void anInvitationIsTakenBack() {
    joins(BEN, ASSISTANT);
    circle = done(circle.invite(ANNA.id(), fresh(CARL), "", NOON));
    assertThat(done(circle.remove(BEN.id(), CARL.id(), NOON)).member(CARL.id())).isEmpty();
  }

  @Test
  void adminsGiveRolesButNotToTheOwner() {
    joins(BEN, ADMIN);
    joins(CARL, ASSISTANT);
    refused(circle.setRole(CARL.id(), BEN.id(), MEMBER, NOON), CircleRefusal.NOT_ALLOWED);
    refused(circle.setRole(BEN.id(), ANNA.id(), MEMBER, NOON), CircleRefusal.NOT_ALLOWED);
    refused(circle.setRole(ANNA.id(), BEN.id(), PENDING_OUTBOUND, NOON), CircleRefusal.NOT_ALLOWED);
    Circle after = done(circle.setRole(BEN.id(), CARL.id(), MEMBER, NOON));
    assertThat(after.present(CARL.id()).map(CircleMember::role)).contains(MEMBER);
    assertThat(done(after.setRole(BEN.id(), BEN.id(), MEMBER, NOON)).present(BEN.id()))
        .map(CircleMember::role)
        .contains(MEMBER);
  }

  @Test
  void adminsAndAssistantsRename() {
    joins(BEN, ASSISTANT);
    joins(CARL, MEMBER);
    refused(circle.rename(CARL.id(), "Chess", NOON), CircleRefusal.NOT_ALLOWED);
    assertThat(done(circle.rename(BEN.id(), "Chess", NOON)).name()).isEqualTo("Chess");
  }

  @Test
  void whenTheOwnerLeavesTheHighestAndThenTheLongestThereComesAfter() {
    joins(DORA, MEMBER);
    joins(CARL, MEMBER);
    circle = done(circle.invite(ANNA.id(), fresh(BEN), "", NOON));
    Circle without = done(circle.leave(ANNA.id(), NOON));
    assertThat(without.owner()).isEqualTo(DORA.id());
    assertThat(without.present(DORA.id()).map(CircleMember::role)).contains(ADMIN);
    assertThat(without.member(BEN.id())).isPresent();
    Circle assisted = done(circle.setRole(ANNA.id(), CARL.id(), ASSISTANT, NOON));
    assertThat(done(assisted.leave(ANNA.id(), NOON)).owner()).isEqualTo(CARL.id());
  }

  @Test
  void whenNobodyIsLeftTheCircleIsNoMoreAndItsInvitationsNeither() {
    circle = done(circle.invite(ANNA.id(), fresh(BEN), "", NOON));
    Circle ended = done(circle.leave(ANNA.id(), NOON));
    assertThat(ended.isEnded()).isTrue();
    assertThat(new CircleChange(circle, ended).concerned()).containsExactly(ANNA.id(), BEN.id());
    refused(ended.leave(ANNA.id(), NOON), CircleRefusal.NOT_A_MEMBER);
  }

  @Test
  void everyChangeIsLaterThanTheOneBeforeEvenIfTheClockIsNot() {
    Circle renamed = done(circle.rename(ANNA.id(), "Chess", NOON.minusSeconds(3600)));
    assertThat(renamed.changed()).isEqualTo(NOON.plusMillis(1));
    assertThat(done(renamed.rename(ANNA.id(), "Go", NOON.plusSeconds(1))).changed())
        .isEqualTo(NOON.plusSeconds(1));
  }

  @Test
  void whoIsInItMayBlockItAndWhoIsOnlyInvitedNot() {
    joins(BEN, MEMBER);
    circle = done(circle.block(BEN.id(), true, NOON));
    assertThat(circle.present(BEN.id()).orElseThrow().blocked()).isTrue();
    circle = done(circle.setRole(ANNA.id(), BEN.id(), ASSISTANT, NOON));
    assertThat(circle.present(BEN.id()).orElseThrow().blocked()).isTrue();
    assertThat(done(circle.block(BEN.id(), false, NOON)).present(BEN.id()).orElseThrow().blocked())
        .isFalse();
    refused(circle.block(CARL.id(), true, NOON), CircleRefusal.NOT_A_MEMBER);
  }

  @Test
  void whatIsSoAlreadyIsNoChange() {
    joins(BEN, MEMBER);
    assertThat(done(circle.rename(ANNA.id(), "Rowing", NOON))).isSameAs(circle);
    assertThat(done(circle.setRole(ANNA.id(), BEN.id(), MEMBER, NOON))).isSameAs(circle);
    assertThat(done(circle.block(BEN.id(), false, NOON))).isSameAs(circle);
  }

  @Test
  void roleAndStateOfAMemberGoTogether() {
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            new CircleMember(
                BEN, PENDING_OUTBOUND, CircleState.ACCEPTED, Optional.empty(), "", NOON));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new CircleMember(BEN, MEMBER, CircleState.LEFT, Optional.empty(), "", NOON));
  }
}
