package dev.lamina.training.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NvidiaSmiTest {

  private static final String OVERVIEW =
      """
      +-----------------------------------------------------------------------------------------+
      | NVIDIA-SMI 580.159.03             Driver Version: 580.159.03     CUDA Version: 13.0     |
      +-----------------------------------------+------------------------+----------------------+
      """;

  @Test
  void cardsAreReadWithTheirCapability() {
    Command.Answer cards =
        new Command.Answer(
            0,
            """
            NVIDIA H200, GPU-8932f937, 580.159.03, 143771 MiB, 9.0
            NVIDIA GeForce RTX 5090, GPU-20bd9fae, 580.159.03, 32607 MiB, 12.0
            """);

    Nvidia nvidia = NvidiaSmi.of(cards, OVERVIEW);

    assertThat(nvidia)
        .isEqualTo(
            new Nvidia(
                Optional.empty(),
                Optional.of("13.0"),
                List.of(
                    new Nvidia.Card("NVIDIA H200", "GPU-8932f937", "580.159.03", 90, "143771 MiB"),
                    new Nvidia.Card(
                        "NVIDIA GeForce RTX 5090",
                        "GPU-20bd9fae",
                        "580.159.03",
                        120,
                        "32607 MiB"))));
  }

  @Test
  void oldDriversTellNoCapability() {
    Command.Answer cards =
        new Command.Answer(0, "Tesla V100-SXM2-16GB, GPU-8932f937, 418.67, 16130 MiB\n");

    Nvidia nvidia = NvidiaSmi.of(cards, "");

    assertThat(nvidia.cuda()).isEmpty();
    assertThat(nvidia.cards())
        .containsExactly(
            new Nvidia.Card("Tesla V100-SXM2-16GB", "GPU-8932f937", "418.67", 0, "16130 MiB"));
  }

  @Test
  void aFailureIsAComplaint() {
    Command.Answer failure = new Command.Answer(9, "couldn't communicate with the driver\n");

    Nvidia nvidia = NvidiaSmi.of(failure, "");

    assertThat(nvidia.complaint()).contains("couldn't communicate with the driver");
    assertThat(nvidia.cards()).isEmpty();
  }

  @Test
  void linesThatAreNoCardsAreLeftOut() {
    Nvidia nvidia = NvidiaSmi.of(new Command.Answer(0, "No devices were found\n"), OVERVIEW);

    assertThat(nvidia.cards()).isEmpty();
    assertThat(nvidia.isThere()).isTrue();
  }
}
