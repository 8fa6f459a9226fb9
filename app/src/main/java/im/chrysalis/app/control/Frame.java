package im.chrysalis.app.control;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JsonNode;
import im.chrysalis.app.operate.Order;
import java.util.Objects;

/**
 * One line on the control socket. A command says {@link Ordered}, then perhaps {@link Data} and
 * always {@link End}; the server says {@link Data} as often as it likes and one of the last three.
 *
 * <pre>
 * &gt; {"ordered":{"order":{"order":"set-password","address":"anna@example.test","password":"..."}}}
 * &gt; {"end":{}}
 * &lt; {"answered":{"answer":{"address":"anna@example.test"}}}
 * </pre>
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_OBJECT)
@JsonSubTypes({
  @JsonSubTypes.Type(value = Frame.Ordered.class, name = "ordered"),
  @JsonSubTypes.Type(value = Frame.Data.class, name = "data"),
  @JsonSubTypes.Type(value = Frame.End.class, name = "end"),
  @JsonSubTypes.Type(value = Frame.Answered.class, name = "answered"),
  @JsonSubTypes.Type(value = Frame.NotDone.class, name = "notDone"),
  @JsonSubTypes.Type(value = Frame.Failed.class, name = "failed"),
})
sealed interface Frame {
  record Ordered(Order<?> order) implements Frame {
    public Ordered {
      Objects.requireNonNull(order, "an order");
    }
  }

  /** A piece of what is handed in or out. */
  record Data(String text) implements Frame {}

  /** Nothing more is handed in. */
  record End() implements Frame {}

  record Answered(JsonNode answer) implements Frame {}

  /** The order was refused, with a sentence. */
  record NotDone(String why) implements Frame {}

  /** Something went wrong that should not; the server's log says what. */
  record Failed(String why) implements Frame {}
}
