package im.chrysalis.server.switchboard;

import im.chrysalis.domain.conversation.Member;
import im.chrysalis.values.AccountId;
import im.chrysalis.wire.EndpointAddress;
import im.chrysalis.wire.dialect.Dialect;
import im.chrysalis.wire.dialect.Trait;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * By which addresses members come and go. Since MSNP16 each place of a person has a line, and the
 * person as a whole one more; before that there are only persons.
 *
 * @see <a
 *     href="../../../../../../../../docs/protocol/conversation.md">docs/protocol/conversation.md</a>
 */
final class Attendance {
  private Attendance() {}

  /** A line of somebody who is here, with whose abilities. */
  record Line(EndpointAddress who, Member member) {}

  /**
   * The addresses of one member who comes or goes.
   *
   * @param whole whether the person as a whole comes or goes with them
   */
  static List<EndpointAddress> lines(Member member, boolean whole, Dialect dialect) {
    List<EndpointAddress> lines = new ArrayList<>(2);
    if (dialect.has(Trait.ENDPOINTS) && member.place().isPresent()) {
      lines.add(new EndpointAddress(member.card().address(), member.place()));
    }
    if (whole) {
      lines.add(new EndpointAddress(member.card().address(), Optional.empty()));
    }
    return lines;
  }

  /**
   * The lines of all who are here. COMPAT BitlBee: the last one of a person is that of the person
   * as a whole, or it takes a talk of two for one of many.
   */
  static List<Line> present(List<Member> members, Dialect dialect) {
    List<Line> lines = new ArrayList<>();
    Set<AccountId> persons = new LinkedHashSet<>();
    members.forEach(member -> persons.add(member.card().id()));
    for (AccountId person : persons) {
      List<Member> places =
          members.stream().filter(member -> member.card().id().equals(person)).toList();
      for (Member place : places) {
        lines(place, place.equals(places.getLast()), dialect)
            .forEach(address -> lines.add(new Line(address, place)));
      }
    }
    return lines;
  }
}
