package dev.lamina.training.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VisibleCardsTest {

  private static final List<Nvidia.Card> ALIKE =
      List.of(card("first", "GPU-a1", 89), card("second", "GPU-b2", 89));
  private static final List<Nvidia.Card> MIXED =
      List.of(card("first", "GPU-a1", 90), card("second", "GPU-b2", 89));

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      delimiter = '|',
      value = {
        "-             | -          | first second | first second",
        "0             | -          | first        | first second",
        "1             | PCI_BUS_ID | second       | second",
        "1,0           | PCI_BUS_ID | second first | second first",
        "0,7,1         | PCI_BUS_ID | first        | first",
        "GPU-b         | -          | second       | second",
        "GPU-b2,GPU-a1 | -          | second first | second first",
        "''            | -          | ''           | ''",
        "-1            | -          | ''           | ''",
        "GPU-c         | -          | ''           | ''",
        "MIG-x         | -          | first second | first second",
      })
  void theVariableNamesCardsUpToTheFirstThatIsNone(
      String visible, String order, String alike, String mixed) {
    Map<String, String> environment = new HashMap<>();
    if (visible != null) {
      environment.put("CUDA_VISIBLE_DEVICES", visible);
    }
    if (order != null) {
      environment.put("CUDA_DEVICE_ORDER", order);
    }

    assertThat(names(ALIKE, environment)).isEqualTo(alike);
    assertThat(names(MIXED, environment)).isEqualTo(mixed);
  }

  private static String names(List<Nvidia.Card> cards, Map<String, String> environment) {
    return String.join(
        " ", new VisibleCards(cards, environment).list().stream().map(Nvidia.Card::name).toList());
  }

  private static Nvidia.Card card(String name, String id, int capability) {
    return new Nvidia.Card(name, id, "550.54.14", capability, "8192 MiB");
  }
}
