package im.chrysalis.bench.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.Arena;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class ProcessMeterTest {
  @Test
  void workCostsTheCpuTimeThatTheThreadUsed() throws CannotMeasure {
    ProcessMeter meter = ProcessMeter.of(ProcessHandle.current().pid());
    Duration before = meter.cpu();
    long mine = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    long used = 0;
    while (used < 100_000_000) {
      used = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - mine;
    }

    assertThat(meter.cpu().minus(before)).isGreaterThanOrEqualTo(Duration.ofMillis(90));
    assertThat(meter.cpuWithChildren()).isGreaterThanOrEqualTo(meter.cpu());
  }

  @Test
  void memoryThatIsTouchedIsResident() throws CannotMeasure {
    ProcessMeter meter = ProcessMeter.of(ProcessHandle.current().pid());
    long before = meter.residentBytes();
    try (var arena = Arena.ofConfined()) {
      arena.allocate(64 << 20).fill((byte) 1);

      assertThat(meter.residentBytes() - before).isGreaterThan(60 << 20);
    }
  }

  @Test
  void aProcessThatIsNotThereIsSaid() {
    assertThatThrownBy(() -> ProcessMeter.of(Long.MAX_VALUE))
        .isInstanceOf(CannotMeasure.class)
        .hasMessageContaining("is not there any more");
  }
}
