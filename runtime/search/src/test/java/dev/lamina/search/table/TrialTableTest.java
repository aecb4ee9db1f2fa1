package dev.lamina.search.table;

import static dev.lamina.dsl.Search.choice;
import static dev.lamina.dsl.Search.flag;
import static dev.lamina.dsl.Search.integer;
import static dev.lamina.dsl.Search.real;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.dsl.search.Param;
import dev.lamina.search.trial.Claim;
import dev.lamina.search.trial.Outcome;
import dev.lamina.search.trial.TrialRecord;
import dev.lamina.search.trial.Worker;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrialTableTest {

  private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");
  private static final Claim CLAIM = new Claim(new Worker("host", 1, 0, "a"), NOON);
  private static final List<Param<?>> PARAMS =
      List.of(
          integer("width", 8, 64),
          real("rate", 1e-3, 1e-1),
          choice("kind", "plain", "a \"quoted\", one"),
          flag("deep"));

  private final TrialRecord complete =
      TrialRecord.begun(
              0, Map.of("width", 32.0, "rate", 0.01, "kind", 1.0, "deep", 1.0), CLAIM, NOON)
          .reported(1, 0.5)
          .reported(2, 0.25)
          .ended(Outcome.complete(), List.of(0.25), NOON.plusMillis(1500));
  private final TrialRecord pruned =
      TrialRecord.begun(1, Map.of("width", 8.0), CLAIM, NOON)
          .reported(1, Double.NaN)
          .ended(new Outcome(Outcome.Kind.PRUNED, "at step 1"), List.of(), NOON.plusSeconds(2));
  private final TrialRecord running = TrialRecord.begun(2, Map.of("deep", 0.0), CLAIM, NOON);

  @Test
  void aRowHasWhatIsKnownOfATrialAndLeavesTheRestEmpty() {
    TrialTable table = table(List.of("val_loss"), complete, pruned, running);

    String csv = table.csv();

    assertThat(csv)
        .isEqualTo(
            """
            number,state,outcome,value,params_width,params_rate,params_kind,params_deep,seconds,epochs,seed
            0,COMPLETE,COMPLETE,0.25,32,0.01,"a ""quoted"", one",true,1.5,2,100
            1,PRUNED,PRUNED (at step 1),,8,,,,2.0,1,101
            2,RUNNING,,,,,,false,,0,102
            """);
  }

  @Test
  void severalObjectivesHaveColumnsByTheirNames() {
    TrialRecord both = running.ended(Outcome.complete(), List.of(0.5, 0.75), NOON.plusSeconds(1));

    String csv = table(List.of("val_loss", "val_accuracy"), both).csv();

    assertThat(csv)
        .startsWith("number,state,outcome,values_val_loss,values_val_accuracy,params_width,")
        .contains("\n2,COMPLETE,COMPLETE,0.5,0.75,,");
  }

  @Test
  void optionsWithoutATextAreNamedByTheirPlace() {
    List<Param<?>> params = List.of(choice("made", new Object(), new int[] {64, 32}));
    TrialRecord first = TrialRecord.begun(0, Map.of("made", 0.0), CLAIM, NOON);
    TrialRecord second = TrialRecord.begun(1, Map.of("made", 1.0), CLAIM, NOON);
    TrialTable table =
        new TrialTable(
            "s", params, List.of("loss"), List.of(new TrialRow(first, 7), new TrialRow(second, 8)));

    assertThat(table.csv())
        .contains("0,RUNNING,,,option 0,,")
        .contains("1,RUNNING,,,\"[64, 32]\",,");
    assertThat(table.json())
        .contains("\"params\":{\"made\":\"option 0\"}")
        .contains("\"params\":{\"made\":\"[64, 32]\"}");
  }

  @Test
  void jsonHasNumbersAsNumbersAndTheReportsToo() {
    String json = table(List.of("val_loss"), complete, pruned).json();

    assertThat(json)
        .isEqualTo(
            """
            {"study":"digits","trials":[\
            {"number":0,"state":"COMPLETE","outcome":"COMPLETE","values":{"val_loss":0.25},\
            "params":{"width":32,"rate":0.01,"kind":"a \\"quoted\\", one","deep":true},\
            "reports":{"1":0.5,"2":0.25},"seconds":1.5,"epochs":2,"seed":"100"},\
            {"number":1,"state":"PRUNED","outcome":"PRUNED (at step 1)","values":{},\
            "params":{"width":8},"reports":{"1":"NaN"},"seconds":2.0,"epochs":1,"seed":"101"}]}
            """);
  }

  @Test
  void choicesAmongNumbersAreNumbersToo() {
    List<Param<?>> params = List.of(choice("batch", 16L, 32L), choice("scale", 0.1f, 0.5f));
    TrialRecord trial = TrialRecord.begun(0, Map.of("batch", 1.0, "scale", 0.0), CLAIM, NOON);

    String json =
        new TrialTable("digits", params, List.of("loss"), List.of(new TrialRow(trial, 1))).json();

    assertThat(json).contains("\"params\":{\"batch\":32,\"scale\":0.1}");
  }

  private static TrialTable table(List<String> objectives, TrialRecord... trials) {
    List<TrialRow> rows =
        List.of(trials).stream().map(each -> new TrialRow(each, 100 + each.number())).toList();
    return new TrialTable("digits", PARAMS, objectives, rows);
  }
}
