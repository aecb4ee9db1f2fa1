package dev.lamina.training.listener;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalWidthTest {

  @ParameterizedTest
  @CsvSource({
    "'24 132\n', 132",
    "'50 9', 9",
    "'0 0\n', 80",
    "'', 80",
    "'stty: standard input: Inappropriate ioctl for device', 80",
    "'24 99999999999999999999', 80",
  })
  void theSecondNumberIsTheWidthAndEightyWhatIsNotKnown(String size, int expected) {
    TerminalWidth width = new TerminalWidth(() -> size, () -> 0);

    int columns = width.getAsInt();

    assertThat(columns).isEqualTo(expected);
  }

  @Test
  void theWidthIsMeasuredOnceASecond() {
    Iterator<String> sizes = List.of("24 100", "24 50").iterator();
    AtomicLong nanoseconds = new AtomicLong(Long.MAX_VALUE - 10);
    TerminalWidth width = new TerminalWidth(sizes::next, nanoseconds::get);

    int first = width.getAsInt();
    nanoseconds.addAndGet(999_999_999);
    int before = width.getAsInt();
    nanoseconds.addAndGet(1);
    int after = width.getAsInt();

    assertThat(List.of(first, before, after)).containsExactly(100, 100, 50);
  }
}
