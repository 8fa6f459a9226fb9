package im.chrysalis.values;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CapabilitiesTest {
  @Test
  void aClientOfThe7_0GenerationTellsWhatItCanDo() {
    assertThat(Capabilities.of(0x4000_8024L).abilities())
        .containsExactlyInAnyOrder(Ability.INK_AS_GIF, Ability.MESSAGES_IN_PIECES, Ability.WINKS);
  }

  @Test
  void everyAbilityComesBack() {
    List<Ability> all = List.of(Ability.values());
    assertThat(Capabilities.of(all)).isEqualTo(Capabilities.of(0x0FFF_FFFFL));
    assertThat(Capabilities.of(all).abilities()).containsExactlyElementsOf(all);
    assertThat(Capabilities.of(Set.of())).isEqualTo(Capabilities.NONE);
  }
}
