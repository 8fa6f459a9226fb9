package im.chrysalis.wire.payload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import im.chrysalis.values.EmailAddress;
import im.chrysalis.wire.MalformedCommand;
import im.chrysalis.wire.MalformedCommand.Fault;
import im.chrysalis.wire.dialect.Dialect;
import im.chrysalis.wire.payload.Memberships.Mark;
import im.chrysalis.wire.payload.Memberships.Member;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MembershipsTest {
  @Test
  void peopleAreReadByTheirDomains() throws MalformedCommand {
    Memberships read =
        read(
            "<ml l=\"1\"><d n=\"example.com\"><c n=\"ben\" l=\"3\" t=\"1\"/><c n=\"eve\" l=\"4\"/></d>"
                + "<d n=\"example.org\"><c n=\"carol\" l=\"2\" t=\"32\"/></d>"
                + "<t><c n=\"tel:+15551234\" l=\"3\"/></t></ml>");
    assertThat(read.isInitial()).isTrue();
    assertThat(read.people())
        .containsExactly(
            new Member("ben@example.com", 3, 1, Optional.empty()),
            new Member("eve@example.com", 4, 1, Optional.empty()),
            new Member("carol@example.org", 2, 32, Optional.empty()),
            new Member("tel:+15551234", 3, 4, Optional.empty()));
    assertThat(read.people().getFirst().address()).contains(EmailAddress.of("ben@example.com"));
    assertThat(read.people().getLast().address()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"<ml l=\"1\"></ml>", "<ml l=\"1\"/>"})
  void whoHasNobodySaysSo(String xml) throws MalformedCommand {
    assertThat(read(xml)).isEqualTo(new Memberships(Mark.INITIAL, List.of()));
  }

  @Test
  void changesAndQuestionsHaveNoMarkOfABeginning() throws MalformedCommand {
    assertThat(read("<ml><d n=\"example.com\"><c n=\"ben\"/></d></ml>"))
        .isEqualTo(Memberships.of(List.of(new Member("ben@example.com", 0, 1, Optional.empty()))));
    assertThat(read("<ml l=\"2\"><d n=\"example.com\"><c n=\"ben\"/></d></ml>").isInitial())
        .isFalse();
  }

  @Test
  void anAnswerNamesThisNetworkOnlyToWhomAskedForEach() throws MalformedCommand {
    Memberships found =
        Memberships.of(
            List.of(
                new Member("ben@example.com", 0, 1, Optional.empty()),
                new Member("carol@example.org", 0, 32, Optional.empty()),
                new Member("nobody@example.org", 0, 0, Optional.empty())));
    String others = "<c n=\"carol\" t=\"32\"/><c n=\"nobody\" t=\"0\"/></d></ml>";
    assertThat(found.answering(new Memberships(Mark.NETWORKS, List.of())))
        .isEqualTo(
            "<ml><d n=\"example.com\"><c n=\"ben\" t=\"1\"/></d><d n=\"example.org\">" + others);
    assertThat(found.answering(Memberships.of(List.of())))
        .isEqualTo("<ml><d n=\"example.com\"><c n=\"ben\"/></d><d n=\"example.org\">" + others);
  }

  @Test
  void whoAddedSomebodyIsToldInTheTextThatOldClientsCut() throws MalformedCommand {
    Member anna = Member.of(EmailAddress.of("anna@example.com"), 8, Optional.of("Anna \"B\""));
    Memberships told = Memberships.of(List.of(anna));
    assertThat(told.xml())
        .isEqualTo(
            "<ml><d n=\"example.com\"><c n=\"anna\" t=\"1\" l=\"8\" f=\"Anna%20&quot;B&quot;\"/>"
                + "</d></ml>");
    assertThat(read(told.xml())).isEqualTo(told);
  }

  @Test
  void inTheNewestDialectListsAreSaidOfServices() throws MalformedCommand {
    EmailAddress ben = EmailAddress.of("ben@example.com");
    Memberships some = new Memberships(Mark.INITIAL, List.of(Member.of(ben, 3, Optional.empty())));
    assertThat(some.xml(Dialect.MSNP18)).isEqualTo(some.xml());
    assertThat(some.xml(Dialect.MSNP21))
        .isEqualTo(
            "<ml l=\"1\"><d n=\"example.com\"><c n=\"ben\" t=\"1\"><s l=\"3\" n=\"IM\"/>"
                + "<s l=\"3\" n=\"PE\"/></c></d></ml>");
    assertThat(read(some.xml(Dialect.MSNP21))).isEqualTo(some);
    assertThat(Memberships.ofOneself(ben))
        .isEqualTo(
            "<ml><d n=\"example.com\"><c n=\"ben\" t=\"1\"><s l=\"3\" n=\"IM\"/>"
                + "<s l=\"3\" n=\"PE\"/><s l=\"3\" n=\"PD\"/><s l=\"3\" n=\"PF\"/></c></d></ml>");
  }

  @Test
  void listsOfServicesCountTogether() throws MalformedCommand {
    assertThat(
            read("<ml><d n=\"example.com\"><c n=\"ben\" t=\"1\"><s l=\"3\" n=\"IM\"/>"
                    + "<s l=\"2\" n=\"PE\"/></c></d></ml>")
                .people())
        .containsExactly(new Member("ben@example.com", 3, 1, Optional.empty()));
    assertThat(
            read("<ml><d n=\"example.com\"><c n=\"ben\" t=\"1\"><s n=\"IM\" l=\"64\"/></c></d></ml>")
                .people())
        .containsExactly(new Member("ben@example.com", 64, 1, Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ml",
        "<ml>",
        "<mm/>",
        "<ml>text</ml>",
        "<ml/><ml/>",
        "<ml><c n=\"ben\"/></ml>",
        "<ml><d><c n=\"ben\"/></d></ml>",
        "<ml><d n=\"example.com\"><c/></d></ml>",
        "<ml><d n=\"example.com\"><c n=\"\"/></d></ml>",
        "<ml><d n=\"example.com\"><c n=\"ben\" l=\"all\"/></d></ml>",
        "<ml><d n=\"example.com\"><c n=\"ben\" l=\"9999999\"/></d></ml>",
        "<ml><d n=\"example.com\"><x n=\"ben\"/></d></ml>",
        "<!DOCTYPE ml><ml/>",
        "<!DOCTYPE ml [<!ENTITY x \"y\">]><ml><d n=\"&x;\"><c n=\"ben\"/></d></ml>"
      })
  void whatIsNoSuchListIsRefused(String xml) {
    assertThatExceptionOfType(MalformedCommand.class)
        .isThrownBy(() -> read(xml))
        .satisfies(thrown -> assertThat(thrown.fault()).isEqualTo(Fault.SYNTAX));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"<ml><d n=\"example.com\"></d></ml>", "<ml l=\"1\"><d n=\"example.com\"/></ml>"})
  void aDomainWithNobodyInItIsRefusedInItsOwnWay(String xml) {
    assertThatExceptionOfType(MalformedCommand.class)
        .isThrownBy(() -> read(xml))
        .satisfies(thrown -> assertThat(thrown.fault()).isEqualTo(Fault.CHOICE));
  }

  private static Memberships read(String xml) throws MalformedCommand {
    return Memberships.read(xml.getBytes(StandardCharsets.UTF_8));
  }
}
