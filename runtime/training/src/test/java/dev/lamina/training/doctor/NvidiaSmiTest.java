package dev.lamina.training.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NvidiaSmiTest {

  private static final NvidiaSmi.Answer OVERVIEW =
      new NvidiaSmi.Answer(
          0,
          """
          +-----------------------------------------------------------------------------------------+
          | NVIDIA-SMI 580.159.03             Driver Version: 580.159.03     CUDA Version: 13.0     |
          +-----------------------------------------+------------------------+----------------------+
          """);

  @Test
  void cardsAreReadWithTheirCapability() {
    NvidiaSmi.Answer cards =
        new NvidiaSmi.Answer(
            0,
            """
            NVIDIA H200, 580.159.03, 9.0, 143771 MiB
            NVIDIA GeForce RTX 5090, 580.159.03, 12.0, 32607 MiB
            """);

    Nvidia nvidia = NvidiaSmi.of(cards, OVERVIEW);

    assertThat(nvidia)
        .isEqualTo(
            new Nvidia(
                Optional.empty(),
                Optional.of("13.0"),
                List.of(
                    new Nvidia.Card("NVIDIA H200", "580.159.03", 90, "143771 MiB"),
                    new Nvidia.Card("NVIDIA GeForce RTX 5090", "580.159.03", 120, "32607 MiB"))));
  }

  @Test
  void oldDriversTellNoCapability() {
    NvidiaSmi.Answer cards = new NvidiaSmi.Answer(0, "Tesla V100-SXM2-16GB, 418.67, 16130 MiB\n");

    Nvidia nvidia = NvidiaSmi.of(cards, new NvidiaSmi.Answer(0, ""));

    assertThat(nvidia.cuda()).isEmpty();
    assertThat(nvidia.cards())
        .containsExactly(new Nvidia.Card("Tesla V100-SXM2-16GB", "418.67", 0, "16130 MiB"));
  }

  @Test
  void aFailureIsAComplaint() {
    NvidiaSmi.Answer failure = new NvidiaSmi.Answer(9, "couldn't communicate with the driver\n");

    Nvidia nvidia = NvidiaSmi.of(failure, failure);

    assertThat(nvidia.complaint()).contains("couldn't communicate with the driver");
    assertThat(nvidia.cards()).isEmpty();
  }

  @Test
  void linesThatAreNoCardsAreLeftOut() {
    Nvidia nvidia = NvidiaSmi.of(new NvidiaSmi.Answer(0, "No devices were found\n"), OVERVIEW);

    assertThat(nvidia.cards()).isEmpty();
  }
}
