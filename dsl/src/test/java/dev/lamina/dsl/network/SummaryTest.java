package dev.lamina.dsl.network;

import static dev.lamina.dsl.Initializers.heNormal;
import static dev.lamina.dsl.Layers.batchNorm;
import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Layers.dropout;
import static dev.lamina.dsl.Layers.relu;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SummaryTest {

  private static final Network XOR =
      sequential(
          input(2),
          dense(2).leakyRelu().initializer(heNormal()).named("hidden_layer"),
          dense(1).named("output_layer"));

  private static final String XOR_SUMMARY =
      """
      Model: "sequential"
      ┏━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┳━━━━━━━━━━━━━━━━━━━━━━━━┳━━━━━━━━━━━━━━━┓
      ┃ Layer (type)                    ┃ Output Shape           ┃       Param # ┃
      ┡━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━╇━━━━━━━━━━━━━━━━━━━━━━━━╇━━━━━━━━━━━━━━━┩
      │ hidden_layer (Dense)            │ (None, 2)              │             6 │
      ├─────────────────────────────────┼────────────────────────┼───────────────┤
      │ output_layer (Dense)            │ (None, 1)              │             3 │
      └─────────────────────────────────┴────────────────────────┴───────────────┘
       Total params: 9 (36.00 B)
       Trainable params: 9 (36.00 B)
       Non-trainable params: 0 (0.00 B)""";

  @Test
  void namedLayersAreListedByTheirNames() {
    String summary = XOR.summary();

    assertThat(summary).isEqualToNormalizingNewlines(XOR_SUMMARY);
  }

  @Test
  void layersWithoutANameAreListedByTheirType() {
    Network network =
        sequential(
            input(32),
            dense(128).relu().l2(1e-4),
            dropout(0.3),
            dense(64).relu().l2(1e-4),
            dropout(0.2),
            dense(1));

    String summary = network.summary();

    assertThat(summary)
        .isEqualToNormalizingNewlines(
            """
            Model: "sequential"
            ┏━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┳━━━━━━━━━━━━━━━━━━━━━━━━┳━━━━━━━━━━━━━━━┓
            ┃ Layer (type)                    ┃ Output Shape           ┃       Param # ┃
            ┡━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━╇━━━━━━━━━━━━━━━━━━━━━━━━╇━━━━━━━━━━━━━━━┩
            │ dense (Dense)                   │ (None, 128)            │         4,224 │
            ├─────────────────────────────────┼────────────────────────┼───────────────┤
            │ dropout (Dropout)               │ (None, 128)            │             0 │
            ├─────────────────────────────────┼────────────────────────┼───────────────┤
            │ dense_1 (Dense)                 │ (None, 64)             │         8,256 │
            ├─────────────────────────────────┼────────────────────────┼───────────────┤
            │ dropout_1 (Dropout)             │ (None, 64)             │             0 │
            ├─────────────────────────────────┼────────────────────────┼───────────────┤
            │ dense_2 (Dense)                 │ (None, 1)              │            65 │
            └─────────────────────────────────┴────────────────────────┴───────────────┘
             Total params: 12,545 (49.00 KB)
             Trainable params: 12,545 (49.00 KB)
             Non-trainable params: 0 (0.00 B)""");
  }

  @Test
  void aLongTypeGoesBelowItsNameAndRunningAveragesAreNotTrainable() {
    Network network =
        sequential(
                input(20),
                dense(64).l2(0.01).named("dense_1"),
                batchNorm().named("batch_norm_1"),
                relu(),
                dropout(0.3).named("dropout_1"),
                dense(32).l2(0.01).named("dense_2"),
                batchNorm().named("batch_norm_2"),
                relu(),
                dropout(0.2).named("dropout_2"),
                dense(1).sigmoid().named("output_layer"))
            .named("churn");

    String summary = network.summary();

    assertThat(summary)
        .isEqualToNormalizingNewlines(
            """
            Model: "churn"
            ┏━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┳━━━━━━━━━━━━━━━━━━━━━━━━┳━━━━━━━━━━━━━━━┓
            ┃ Layer (type)                    ┃ Output Shape           ┃       Param # ┃
            ┡━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━╇━━━━━━━━━━━━━━━━━━━━━━━━╇━━━━━━━━━━━━━━━┩
            │ dense_1 (Dense)                 │ (None, 64)             │         1,344 │
            ├─────────────────────────────────┼────────────────────────┼───────────────┤
            │ batch_norm_1                    │ (None, 64)             │           256 │
            │ (BatchNormalization)            │                        │               │
            ├─────────────────────────────────┼────────────────────────┼───────────────┤
            │ activation (Activation)         │ (None, 64)             │             0 │
            ├─────────────────────────────────┼────────────────────────┼───────────────┤
            │ dropout_1 (Dropout)             │ (None, 64)             │             0 │
            ├─────────────────────────────────┼────────────────────────┼───────────────┤
            │ dense_2 (Dense)                 │ (None, 32)             │         2,080 │
            ├─────────────────────────────────┼────────────────────────┼───────────────┤
            │ batch_norm_2                    │ (None, 32)             │           128 │
            │ (BatchNormalization)            │                        │               │
            ├─────────────────────────────────┼────────────────────────┼───────────────┤
            │ activation_1 (Activation)       │ (None, 32)             │             0 │
            ├─────────────────────────────────┼────────────────────────┼───────────────┤
            │ dropout_2 (Dropout)             │ (None, 32)             │             0 │
            ├─────────────────────────────────┼────────────────────────┼───────────────┤
            │ output_layer (Dense)            │ (None, 1)              │            33 │
            └─────────────────────────────────┴────────────────────────┴───────────────┘
             Total params: 3,841 (15.00 KB)
             Trainable params: 3,649 (14.25 KB)
             Non-trainable params: 192 (768.00 B)""");
  }

  @Test
  void frozenLayersAreNotTrainable() {
    Network network =
        sequential(input(20), dense(64).frozen(), batchNorm().frozen(), dense(1).sigmoid());

    String summary = network.summary();

    assertThat(summary.lines().skip(summary.lines().count() - 3))
        .containsExactly(
            " Total params: 1,665 (6.50 KB)",
            " Trainable params: 65 (260.00 B)",
            " Non-trainable params: 1,600 (6.25 KB)");
  }

  @Test
  void nameAndTypeStayOnOneLineAsLongAsTheyFit() {
    Network network =
        sequential(
            input(2), dense(1).named("of_23_letters_precisely"), dense(1).named("x".repeat(24)));

    String summary = network.summary();

    assertThat(summary.lines())
        .contains(
            "│ of_23_letters_precisely (Dense) │ (None, 1)              │             3 │",
            "│ xxxxxxxxxxxxxxxxxxxxxxxx        │ (None, 1)              │             2 │",
            "│ (Dense)                         │                        │               │");
  }

  @Test
  void theColumnOfNamesGrowsWithALongName() {
    Network network =
        sequential(
            input(2), dense(1).named("a_name_that_needs_more_room_than_the_column"), dense(1));

    String summary = network.summary();

    assertThat(summary)
        .isEqualToNormalizingNewlines(
            """
            Model: "sequential"
            ┏━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┳━━━━━━━━━━━━━━━━━━━━━━━━┳━━━━━━━━━━━━━━━┓
            ┃ Layer (type)                                ┃ Output Shape           ┃       Param # ┃
            ┡━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━╇━━━━━━━━━━━━━━━━━━━━━━━━╇━━━━━━━━━━━━━━━┩
            │ a_name_that_needs_more_room_than_the_column │ (None, 1)              │             3 │
            │ (Dense)                                     │                        │               │
            ├─────────────────────────────────────────────┼────────────────────────┼───────────────┤
            │ dense (Dense)                               │ (None, 1)              │             2 │
            └─────────────────────────────────────────────┴────────────────────────┴───────────────┘
             Total params: 5 (20.00 B)
             Trainable params: 5 (20.00 B)
             Non-trainable params: 0 (0.00 B)""");
  }

  @Test
  void theColumnOfCountsGrowsWithALongNumber() {
    Network network = sequential(input(100_000), dense(100_000));

    String summary = network.summary();

    assertThat(summary)
        .isEqualToNormalizingNewlines(
            """
            Model: "sequential"
            ┏━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┳━━━━━━━━━━━━━━━━━━━━━━━━┳━━━━━━━━━━━━━━━━┓
            ┃ Layer (type)                    ┃ Output Shape           ┃        Param # ┃
            ┡━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━╇━━━━━━━━━━━━━━━━━━━━━━━━╇━━━━━━━━━━━━━━━━┩
            │ dense (Dense)                   │ (None, 100000)         │ 10,000,100,000 │
            └─────────────────────────────────┴────────────────────────┴────────────────┘
             Total params: 10,000,100,000 (37.25 GB)
             Trainable params: 10,000,100,000 (37.25 GB)
             Non-trainable params: 0 (0.00 B)""");
  }

  @Test
  void aNetworkWithoutLayersHasAnEmptyTable() {
    Network network = sequential(input(3));

    String summary = network.summary();

    assertThat(summary)
        .isEqualToNormalizingNewlines(
            """
            Model: "sequential"
            ┏━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┳━━━━━━━━━━━━━━━━━━━━━━━━┳━━━━━━━━━━━━━━━┓
            ┃ Layer (type)                    ┃ Output Shape           ┃       Param # ┃
            ┡━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━╇━━━━━━━━━━━━━━━━━━━━━━━━╇━━━━━━━━━━━━━━━┩
            └─────────────────────────────────┴────────────────────────┴───────────────┘
             Total params: 0 (0.00 B)
             Trainable params: 0 (0.00 B)
             Non-trainable params: 0 (0.00 B)""");
  }

  @ParameterizedTest(name = "{0} inputs, {1} neurons: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "    1 |    127 | 254 (1016.00 B)",
        "    1 |    128 | 256 (1.00 KB)",
        "    8 |     32 | 288 (1.12 KB)",
        "   23 |     12 | 288 (1.12 KB)",
        "   24 |     13 | 325 (1.27 KB)",
        "   10 |     32 | 352 (1.38 KB)",
        "  511 |    511 | 261,632 (1022.00 KB)",
        "  511 |    512 | 262,144 (1.00 MB)",
        " 1000 |   1000 | 1,001,000 (3.82 MB)",
        "16383 |  16384 | 268,435,456 (1.00 GB)",
        "2147483647 | 2147483647 | 4,611,686,016,279,904,256 (16384.00 PB)"
      })
  void bytesAreInBinaryUnitsRoundedAsPythonRounds(int inputs, int neurons, String expected) {
    Network network = sequential(input(inputs), dense(neurons));

    String summary = network.summary();

    assertThat(summary.lines())
        .endsWith(
            " Total params: " + expected,
            " Trainable params: " + expected,
            " Non-trainable params: 0 (0.00 B)");
  }

  @ParameterizedTest
  @CsvSource({"de-DE", "ar-EG-u-nu-arab", "hi-IN-u-nu-deva", "tr-TR"})
  void aSummaryIsTheSameInEveryLanguage(Locale language) {
    Locale before = Locale.getDefault();
    String summary;

    Locale.setDefault(language);
    try {
      summary = XOR.summary();
    } finally {
      Locale.setDefault(before);
    }

    assertThat(summary).isEqualToNormalizingNewlines(XOR_SUMMARY);
  }
}
