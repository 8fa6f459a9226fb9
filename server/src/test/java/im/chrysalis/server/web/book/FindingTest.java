package im.chrysalis.server.web.book;

import static im.chrysalis.server.web.book.Envelopes.operation;
import static im.chrysalis.values.ContactList.ALLOW;
import static im.chrysalis.values.ContactList.BLOCK;
import static im.chrysalis.values.ContactList.FORWARD;
import static org.assertj.core.api.Assertions.assertThat;

import im.chrysalis.domain.account.Account;
import im.chrysalis.domain.account.Ticket;
import im.chrysalis.domain.person.Request;
import im.chrysalis.net.http.HttpField;
import im.chrysalis.server.web.book.Neighbourhood.Answer;
import im.chrysalis.values.PrivacyDefault;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FindingTest extends AnnasBook {
  private static final String FIND_ALL =
      operation(
          "ABFindAll",
          "<abId>00000000-0000-0000-0000-000000000000</abId><abView>Full</abView>"
              + "<deltasOnly>false</deltasOnly>"
              + Envelopes.NO_COPY);
  private static final String FIND_MEMBERSHIP =
      operation(
          "FindMembership",
          "<serviceFilter><Types><ServiceType>Messenger</ServiceType></Types></serviceFilter>");

  @Test
  void aNewAccountIsAloneInItsBook() {
    Answer answer = all.asks("anna", FIND_ALL);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text())
        .startsWith(
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>"
                + "<soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\"")
        .contains(
            "<soap:Body><ABFindAllResponse xmlns=\"http://www.msn.com/webservices/AddressBook\">"
                + "<ABFindAllResult><groups></groups><contacts><Contact><contactId>")
        .contains("<PreferredHostName>contacts.example.test</PreferredHostName>")
        .contains("<OwnerCID>" + anna.cid() + "</OwnerCID>");
    assertThat(answer.contact(anna))
        .contains("<contactType>Me</contactType>")
        .contains("<isMessengerUser>false</isMessengerUser>")
        .contains("<isMobileIMEnabled>false</isMobileIMEnabled>")
        .contains("<Annotation><Name>MSN.IM.BLP</Name><Value>1</Value></Annotation>")
        .contains("<Annotation><Name>MSN.IM.GTC</Name><Value>1</Value></Annotation>");
    assertThat(answer.response().fields())
        .containsExactly(new HttpField("Content-Type", "text/xml; charset=utf-8"));
  }

  @Test
  void whatAnyOtherDialectDidIsInTheBook() {
    all.adds(anna, ben, FORWARD);
    UUID friends = UUID.randomUUID();
    all.ask(anna, new Request.AddGroup(friends, "Mum & <Dad>"));
    all.ask(anna, new Request.LabelContact(ben.card().id(), "Benny"));
    all.ask(anna, new Request.SetPrivacy(PrivacyDefault.BLOCK));

    Answer answer = all.asks("anna", FIND_ALL);
    assertThat(answer.contact(ben))
        .contains("<contactType>Regular</contactType>")
        .contains("<passportName>ben@example.test</passportName>")
        .contains("<Annotation><Name>AB.NickName</Name><Value>Benny</Value></Annotation>")
        .contains("<CID>" + ben.cid() + "</CID>")
        .contains("<isMessengerUser>true</isMessengerUser>");
    assertThat(answer.text())
        .contains("<groupId>" + friends + "</groupId>")
        .contains("<name>Mum &amp; &lt;Dad&gt;</name>")
        .contains("<Name>MSN.IM.BLP</Name><Value>2</Value>");
  }

  @Test
  void thePagedBookSaysTheSameInOtherCapitals() {
    all.adds(anna, ben, FORWARD);
    Answer answer =
        all.asks(
            "anna",
            operation(
                "ABFindContactsPaged",
                "<filterOptions><DeltasOnly>false</DeltasOnly><ContactFilter>"
                    + "<IncludeHiddenContacts>true</IncludeHiddenContacts></ContactFilter>"
                    + "</filterOptions><abView>MessengerClient8</abView>"
                    + "<extendedContent>AB AllGroups CircleResult</extendedContent>"));
    assertThat(answer.text())
        .contains("<ABFindContactsPagedResult><Groups></Groups><Contacts><Contact>")
        .contains("</Contacts><Ab><abId>00000000-0000-0000-0000-000000000000</abId>");
    assertThat(answer.contact(ben)).contains("<displayName>ben@example.test</displayName>");
  }

  @Test
  void aFewContactsCanBeAskedForByTheirIds() {
    Account carol = all.join("carol");
    all.adds(anna, ben, FORWARD);
    all.adds(anna, carol, FORWARD);
    Answer answer =
        all.asks(
            "anna",
            operation(
                "ABFindByContacts",
                "<abId>00000000-0000-0000-0000-000000000000</abId><abView>Full</abView><contactIds>"
                    + "<guid>"
                    + Neighbourhood.id(carol)
                    + "</guid></contactIds>"));
    assertThat(answer.contact(carol)).isNotEmpty();
    assertThat(answer.contact(ben)).isEmpty();
    assertThat(answer.contact(anna)).isEmpty();
  }

  @Test
  void everyRoleIsThereWithItsMembers() {
    Account carol = all.join("carol");
    all.adds(anna, ben, ALLOW);
    all.adds(anna, carol, BLOCK);
    all.adds(ben, anna, FORWARD);

    Answer answer = all.asks("anna", FIND_MEMBERSHIP);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.role("Allow"))
        .startsWith("<Member xsi:type=\"PassportMember\"><MembershipId>")
        .contains("<Type>Passport</Type>")
        .contains("<PassportName>ben@example.test</PassportName>")
        .contains("<CID>" + ben.cid() + "</CID>");
    assertThat(answer.role("Block")).contains("<PassportName>carol@example.test</PassportName>");
    assertThat(answer.role("Reverse")).contains("<PassportName>ben@example.test</PassportName>");
    assertThat(answer.role("Pending")).isEmpty();
    assertThat(answer.text()).contains("<Services><Service><Memberships><Membership>");
  }

  @Test
  void whoeverWaitsForADecisionIsPendingWithTheirNameAndNotReverse() {
    all.adds(ben, anna, FORWARD);
    Answer answer = all.asks("anna", FIND_MEMBERSHIP);
    assertThat(answer.role("Pending"))
        .contains("<DisplayName>ben@example.test</DisplayName>")
        .contains("<PassportName>ben@example.test</PassportName>");
    assertThat(answer.role("Reverse")).isEmpty();
  }

  @Test
  void aClientWithACopyIsToldToReadEverything() {
    String since = "<lastChange>2009-01-02T03:04:05.1234567-07:00</lastChange>";
    for (String find :
        List.of(
            operation("FindMembership", "<View>Full</View><deltasOnly>true</deltasOnly>" + since),
            operation("ABFindAll", "<deltasOnly>true</deltasOnly>" + since),
            operation(
                "ABFindContactsPaged",
                "<filterOptions><DeltasOnly>true</DeltasOnly>"
                    + "<LastChanged>2009-01-02T03:04:05Z</LastChanged></filterOptions>"))) {
      Answer answer = all.asks("anna", find);
      assertThat(answer.status()).isEqualTo(500);
      assertThat(answer.errorCode()).isEqualTo("FullSyncRequired");
      assertThat(answer.text()).contains("<faultstring>Full sync required</faultstring>");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ContactSave", "ContactMsgrAPI", "MessengerPendingList", "JoinedCircleDuringPush"})
  void whoAsksWhileSignedInGetsEverything(String scenario) {
    all.adds(anna, ben, FORWARD);
    String find =
        operation(
            "ABFindContactsPaged",
            "<filterOptions><DeltasOnly>true</DeltasOnly>"
                + "<LastChanged>2009-01-02T03:04:05Z</LastChanged></filterOptions>");
    String envelope = Envelopes.of(Envelopes.WLM_8, "anna", find);
    assertThat(all.post(envelope.replace(">Initial<", ">" + scenario + "<")).contact(ben))
        .contains("<isMessengerUser>true</isMessengerUser>");
  }

  @Test
  void libpurpleGetsEverythingBecauseItWouldAskForEver() {
    String find =
        operation(
            "FindMembership",
            "<deltasOnly>true</deltasOnly><lastChange>2009-01-02T03:04:05Z</lastChange>");
    assertThat(all.post(Envelopes.of(Envelopes.LIBPURPLE, "anna", find)).status()).isEqualTo(200);
  }

  @Test
  void libpurpleGetsItsNameEncodedWhereItWouldDecodeIt() {
    all.ask(anna, new Request.Rename("100% Anna"));
    String find = operation("ABFindContactsPaged", "");
    assertThat(all.post(Envelopes.of(Envelopes.LIBPURPLE, "anna", find)).contact(anna))
        .contains("<displayName>100%25 Anna</displayName>");
    assertThat(all.asks("anna", find).contact(anna))
        .contains("<displayName>100% Anna</displayName>");
  }

  @Test
  void aTicketMayComeInACookie() {
    String envelope =
        Envelopes.of(Envelopes.WLM_8, "anna", FIND_ALL)
            .replace("<TicketToken>t=anna&amp;p=</TicketToken>", "");
    for (String cookie : List.of("MSPAuth=anna; MSPProf=", "MSPProf=x;MSPAuth=t=anna&p=")) {
      Answer answer =
          all.post(
              envelope.getBytes(StandardCharsets.UTF_8), List.of(new HttpField("Cookie", cookie)));
      assertThat(answer.contact(anna)).isNotEmpty();
    }
  }

  @Test
  void theTicketOfASignInIsKnownInEveryForm() {
    Ticket ticket =
        all.store
            .tickets()
            .issue(anna.card().id(), Ticket.Mechanism.RST)
            .toCompletableFuture()
            .join()
            .orElseThrow();
    String escaped = ticket.text().replace("&", "&amp;");
    for (String form : List.of(escaped, ticket.id().word())) {
      String envelope =
          Envelopes.of(Envelopes.WLM_8, "anna", FIND_ALL)
              .replace("<TicketToken>t=anna&amp;p=<", "<TicketToken>" + form + "<");
      assertThat(all.post(envelope).contact(anna)).isNotEmpty();
    }
  }

  @Test
  void aRefusedTicketIsSaidSoThatEachClientUnderstandsIt() {
    Answer answer = all.asks("mallory", FIND_ALL);
    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.errorCode()).isEqualTo("PassportAuthFail");
    assertThat(answer.text()).contains("<soap:Fault><faultcode>soap:Client</faultcode>");

    Answer purple = all.post(Envelopes.of(Envelopes.LIBPURPLE, "mallory", FIND_MEMBERSHIP));
    assertThat(purple.status()).isEqualTo(401);
    assertThat(purple.response().fields()).isEmpty();
  }

  @Test
  void aDeletedAccountsTicketIsRefused() {
    all.ask(anna, new Request.DeleteAccount());
    assertThat(all.asks("anna", FIND_ALL).errorCode()).isEqualTo("PassportAuthFail");
  }

  @Test
  void whatIsUnknownIsForbidden() {
    Answer answer = all.asks("anna", operation("ABMakeCoffee", ""));
    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.errorCode()).isEqualTo("Forbidden");
  }

  @Test
  void thereAreNoBooksOfOthers() {
    Answer answer =
        all.asks(
            "anna", operation("ABFindAll", "<abId>00000000-0000-0000-0009-000000000001</abId>"));
    assertThat(answer.errorCode()).isEqualTo("ABDoesNotExist");
  }
}
