package im.chrysalis.testkit;

import im.chrysalis.domain.account.DirectoryFact;
import im.chrysalis.domain.account.NewAccount;
import im.chrysalis.values.AddNotice;
import im.chrysalis.values.ContactList;
import im.chrysalis.values.EmailAddress;
import im.chrysalis.values.PrivacyDefault;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A network of one scripted server, which remembers what it was asked to arrange. */
final class ScriptedNetwork implements Network {
  private final ScriptedServer server;
  private final List<String> arranged = new ArrayList<>();
  private int tickets;

  ScriptedNetwork(ScriptedServer.Answers answers) {
    this.server = new ScriptedServer(answers);
  }

  /** What was asked for, in order. */
  List<String> arranged() {
    return arranged;
  }

  @Override
  public InetSocketAddress dispatch() {
    return server.address();
  }

  @Override
  public InetSocketAddress notification() {
    return server.address();
  }

  @Override
  public InetSocketAddress switchboard() {
    return server.address();
  }

  @Override
  public void createAccount(NewAccount it) {
    arranged.add(
        "account %s %s %s%s"
            .formatted(
                it.address(),
                it.password().orElseThrow(),
                it.name().orElseThrow(),
                it.legacyClients() ? "" : " without old clients"));
  }

  @Override
  public String ticket(EmailAddress account) {
    return "t=%s&p=%d".formatted(account, ++tickets);
  }

  @Override
  public SecretTicket secretTicket(EmailAddress account) {
    return new SecretTicket(ticket(account), new byte[24]);
  }

  @Override
  public void addTo(EmailAddress owner, ContactList list, EmailAddress other) {
    arranged.add("%s %s %s".formatted(owner, list.code(), other));
  }

  @Override
  public void setPrivacy(EmailAddress owner, PrivacyDefault privacy) {
    arranged.add("%s BLP %s".formatted(owner, privacy.code()));
  }

  @Override
  public void setAddNotice(EmailAddress owner, AddNotice notice) {
    arranged.add("%s GTC %s".formatted(owner, notice.code()));
  }

  @Override
  public void createGroup(EmailAddress owner, String name) {
    arranged.add("%s group %s".formatted(owner, name));
  }

  @Override
  public void addToGroup(EmailAddress owner, String group, EmailAddress contact) {
    arranged.add("%s group %s has %s".formatted(owner, group, contact));
  }

  @Override
  public void enterDirectory(EmailAddress who, Map<DirectoryFact, String> facts) {
    arranged.add("%s directory %s".formatted(who, new TreeMap<>(facts)));
  }

  @Override
  public String createCircle(String name, List<EmailAddress> members) {
    arranged.add("the circle %s of %s".formatted(name, members));
    return "00000000-0000-0000-0009-000000000001";
  }

  @Override
  public String circleTicket(EmailAddress account) {
    return "circles-of-" + account;
  }

  @Override
  public void leaveMessage(EmailAddress from, EmailAddress to, String text) {
    arranged.add("%s left %s \"%s\"".formatted(from, to, text));
  }

  @Override
  public void passTime(Duration time) {
    arranged.add("time " + time);
  }

  @Override
  public void settle() {
    // answers are written before the next line is read
  }

  @Override
  public void shutDown() {
    arranged.add("shut down");
  }

  @Override
  public void close() {
    server.close();
  }
}
