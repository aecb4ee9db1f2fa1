package dev.lamina.training.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import dev.lamina.training.data.Batch;
import dev.lamina.training.data.stream.SamplePass;
import dev.lamina.training.data.stream.SampleStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StreamBatchesTest {

  @Test
  void aBufferOfOneKeepsTheOrder() {
    CountingStream stream = new CountingStream(10, 2, 1);

    List<List<Double>> batches = epoch(stream, 4, 7);

    assertThat(batches)
        .containsExactly(
            List.of(0.0, 1.0, 2.0, 3.0), List.of(4.0, 5.0, 6.0, 7.0), List.of(8.0, 9.0));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 64, 1000})
  void everySampleComesOnceWhateverTheBuffer(int buffer) {
    CountingStream stream = new CountingStream(64, 2, buffer);

    List<Double> samples = flat(epoch(stream, 5, 7));

    assertThat(samples).hasSize(64).containsExactlyInAnyOrderElementsOf(numbers(64));
  }

  @Test
  void featuresStayWithTheirTargets() {
    try (StreamBatches batches = batches(new CountingStream(20, 3, 8), 6)) {
      batches.start(7);
      while (batches.hasNext()) {
        Batch batch = batches.next();
        for (int row = 0; row < batch.rows(); row++) {
          assertThat(batch.features()[3 * row + 2]).isEqualTo(batch.targets()[row]);
        }
        assertThat(batch.features()).hasSize(3 * batch.rows());
      }
    }
  }

  @Test
  void theSeedGivesTheOrder() {
    List<Double> once = flat(epoch(new CountingStream(200, 1, 50), 8, 7));

    assertThat(flat(epoch(new CountingStream(200, 1, 50), 8, 7))).isEqualTo(once);
    assertThat(flat(epoch(new CountingStream(200, 1, 50), 8, 8))).isNotEqualTo(once);
    assertThat(once).isNotEqualTo(numbers(200));
  }

  /** A sample cannot come before it was read, which is a buffer earlier than its place at most. */
  @Test
  void noSampleComesEarlierThanTheBufferAllows() {
    List<Double> samples = flat(epoch(new CountingStream(500, 1, 20), 8, 7));

    assertThat(IntStream.range(0, 500))
        .allSatisfy(place -> assertThat(samples.get(place)).isLessThan(place + 20));
  }

  /** With a buffer of half the samples, the first is drawn from these, each equally likely. */
  @Test
  void eachSampleOfTheBufferIsEquallyLikely() {
    int[] counts = new int[4];
    for (int seed = 0; seed < 2000; seed++) {
      try (StreamBatches batches = batches(new CountingStream(8, 1, 4), 8)) {
        batches.start(seed);
        counts[(int) batches.next().targets()[0]]++;
      }
    }

    // 500 expected; five standard deviations of a binomial are 97
    assertThat(IntStream.of(counts)).allMatch(count -> count > 403 && count < 597);
  }

  @Test
  void aBatchHoldsUntilTheNext() {
    try (StreamBatches batches = batches(new CountingStream(40, 1, 1), 4)) {
      batches.start(7);
      Batch first = batches.next();
      assertThat(batches.hasNext()).isTrue();

      assertThat(first.targets()).containsExactly(0, 1, 2, 3);
    }
  }

  @Test
  void everyEpochIsAPassThatIsClosed() {
    CountingStream stream = new CountingStream(10, 1, 4);
    try (StreamBatches batches = batches(stream, 4)) {
      assertThat(values(batches, 1)).hasSize(3);
      assertThat(values(batches, 2)).hasSize(3);
      assertThat(stream.opened).hasValue(2);
    }

    assertThat(stream.closed).hasValue(2);
    assertThat(stream.readers).hasSize(2).allMatch(thread -> !thread.isAlive());
    assertThat(stream.readers).allMatch(thread -> thread.getName().equals("lamina-stream"));
    assertThat(stream.readers).allMatch(Thread::isDaemon);
  }

  @Test
  void anEpochThatIsBrokenOffEndsItsThread() {
    CountingStream stream = new CountingStream(1_000_000, 1, 4);
    StreamBatches batches = batches(stream, 4);
    batches.start(7);
    assertThat(batches.next().rows()).isEqualTo(4);

    batches.close();

    assertThat(stream.closed).hasValue(1);
    assertThat(stream.readers).allMatch(thread -> !thread.isAlive());
    assertThat(batches.hasNext()).isFalse();
  }

  @Test
  void whatReadingThrowsReachesWhoAsks() {
    CountingStream stream = new CountingStream(100, 1, 1);
    stream.broken = 21;
    try (StreamBatches batches = batches(stream, 4)) {
      batches.start(7);

      assertThatThrownBy(
              () -> {
                while (batches.hasNext()) {
                  assertThat(batches.next().rows()).isEqualTo(4);
                }
              })
          .isSameAs(stream.failure);
    }
    assertThat(stream.closed).hasValue(1);
  }

  @Test
  void whatTheCheckThrowsReachesThemToo() {
    IllegalStateException refusal = new IllegalStateException("refused");
    StreamBatches batches =
        new StreamBatches(
            new CountingStream(100, 1, 1),
            4,
            batch -> {
              throw refusal;
            });

    assertThatThrownBy(() -> batches.start(7)).isSameAs(refusal);
  }

  @ParameterizedTest
  @CsvSource({"64, 32, 2", "65, 32, 3", "1, 32, 1"})
  void batchesAreCountedWhereTheStreamKnows(long samples, int size, int expected) {
    SampleStream known =
        new SampleStream() {
          @Override
          public int featureWidth() {
            return 1;
          }

          @Override
          public int targetWidth() {
            return 1;
          }

          @Override
          public SamplePass open() {
            throw new IllegalStateException();
          }

          @Override
          public OptionalLong size() {
            return OptionalLong.of(samples);
          }
        };

    assertThat(batches(known, size).expected()).hasValue(expected);
    assertThat(batches(known.shuffleBuffer(3), size).expected()).hasValue(expected);
    assertThat(batches(new CountingStream(1, 1, 1), size).expected()).isEmpty();
  }

  @Test
  void nothingComesAfterTheEnd() {
    try (StreamBatches batches = batches(new CountingStream(1, 1, 1), 4)) {
      batches.start(7);
      assertThat(batches.next().rows()).isEqualTo(1);

      assertThat(batches.hasNext()).isFalse();
      assertThatThrownBy(batches::next).isInstanceOf(NoSuchElementException.class);
    }
  }

  /** The samples would take 34 megabytes; the buffer takes 0.2. */
  @Test
  void memoryHoldsTheBufferHoweverLongTheStreamIs() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    AtomicLong bytes = new AtomicLong();
    SampleStream counting = new CountingStream(200_000, 20, 1000);
    StreamBatches batches =
        new StreamBatches(
            counting, 32, batch -> bytes.set(threads.getCurrentThreadAllocatedBytes()));

    long samples = 0;
    batches.start(7);
    while (batches.hasNext()) {
      samples += batches.next().rows();
    }
    batches.close();

    assertThat(samples).isEqualTo(200_000);
    assertThat(bytes.get()).isPositive().isLessThan(3_000_000);
  }

  private static StreamBatches batches(SampleStream stream, int size) {
    return new StreamBatches(stream, size, batch -> {});
  }

  private static List<List<Double>> epoch(SampleStream stream, int size, long seed) {
    try (StreamBatches batches = batches(stream, size)) {
      return values(batches, seed);
    }
  }

  private static List<List<Double>> values(StreamBatches batches, long seed) {
    List<List<Double>> seen = new ArrayList<>();
    batches.start(seed);
    while (batches.hasNext()) {
      seen.add(DoubleStream.of(batches.next().targets()).boxed().toList());
    }
    return seen;
  }

  private static List<Double> flat(List<List<Double>> batches) {
    return batches.stream().flatMap(List::stream).toList();
  }

  private static List<Double> numbers(int count) {
    return IntStream.range(0, count).asDoubleStream().boxed().toList();
  }
}
