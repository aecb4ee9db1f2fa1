package dev.lamina.training.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProcessorTest {

  @ParameterizedTest
  @CsvSource({
    "flags : fpu sse sse2, 0",
    "flags : fpu sse sse2 avx f16c, 0",
    "flags : fpu avx avx2, 0",
    "flags : fpu avx f16c fma bmi1 avx2 bmi2, 2",
    "flags : fma avx2 avx512f avx512cd, 2",
    "flags : fma avx2 avx512f avx512dq avx512cd avx512bw avx512vl, 3",
    "Features : fp asimd, 0",
  })
  void theVectorInstructionsAreReadFromWhatLinuxSays(String line, int avx) {
    List<String> flags = List.of(line.split(" "));

    assertThat(Processor.avx(flags)).isEqualTo(avx);
  }

  /** Some JVMs leave AVX-512 alone where it slows the processor down. */
  @Test
  @EnabledIfSystemProperty(named = "os.arch", matches = "amd64")
  void theJvmAgreesOnAvx2() {
    int read = Processor.avx();

    assertThat(Processor.avxOfJvm() >= 2).isEqualTo(read >= 2);
  }
}
