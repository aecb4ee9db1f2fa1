package dev.lamina.search.storage;

import static dev.lamina.dsl.Search.real;
import static dev.lamina.search.storage.StorageContract.STUDY;
import static dev.lamina.search.storage.StorageContract.claimed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.dsl.metric.Goal;
import dev.lamina.dsl.problem.InvalidDescriptionException;
import dev.lamina.dsl.problem.Problem;
import dev.lamina.dsl.search.Param;
import dev.lamina.search.trial.Outcome;
import dev.lamina.search.trial.StudyRecord;
import dev.lamina.search.trial.TrialRecord;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every place does where studies are still there after the end of the process. */
interface LastingStorageContract extends StorageContract {

  @Test
  default void aStudyIsTheSameWhenItIsOpenedAgain() {
    List<TrialRecord> before;
    try (StudyStore store = storage().open(STUDY)) {
      TrialRecord done = claimed(store, 0).reported(1, 0.3);
      assertThat(store.update(done.ended(Outcome.complete(), List.of(0.3), START))).isTrue();
      assertThat(store.update(claimed(store, 1).reported(1, Double.NaN))).isTrue();
      assertThat(store.update(claimed(store, 2).released())).isTrue();
      before = store.trials();
    }

    try (StudyStore again = storage().open(STUDY)) {
      assertThat(again.trials()).isEqualTo(before);
    }
  }

  @Test
  default void whatOneStoreWritesAnotherOneSees() {
    try (StudyStore one = storage().open(STUDY);
        StudyStore other = storage().open(STUDY)) {
      TrialRecord first = claimed(one, 0);
      TrialRecord second = claimed(other, 1);
      assertThat(one.update(first.reported(1, 0.5))).isTrue();

      assertThat(other.trials()).containsExactly(first.reported(1, 0.5), second);
      assertThat(one.trials()).isEqualTo(other.trials());
    }
  }

  @Test
  default void studiesOfSeveralNamesAreKeptApart() {
    StudyRecord second = new StudyRecord("other", PARAMS, List.of(Goal.MAXIMIZE), Map.of());

    try (StudyStore one = storage().open(STUDY);
        StudyStore other = storage().open(second)) {
      TrialRecord first = claimed(one, 0);
      TrialRecord others = claimed(other, 5);
      TrialRecord next = claimed(one, 1);
      assertThat(other.update(others.reported(1, 5))).isTrue();

      assertThat(one.trials()).containsExactly(first, next);
      assertThat(other.trials()).containsExactly(others.reported(1, 5));
    }
  }

  @Test
  default void anotherStudyOfTheSameNameIsRefusedWithAllThatDiffers() {
    storage().open(STUDY).close();
    StudyRecord other =
        new StudyRecord(
            "digits",
            List.of(real("x", -5, 6), real("y", 0, 1)),
            List.of(Goal.MAXIMIZE),
            Map.of("seed", "8"));

    assertThatThrownBy(() -> storage().open(other))
        .isInstanceOfSatisfying(
            InvalidDescriptionException.class,
            thrown ->
                assertThat(thrown.problems())
                    .contains(
                        new Problem(
                            "Parameter `x`",
                            "must be as in the study that is kept, `real(\"x\", -5, 5)`, but is"
                                + " `real(\"x\", -5, 6)`.",
                            FIX),
                        new Problem(
                            "Parameter `y`",
                            "must be as in the study that is kept, absent, but is"
                                + " `real(\"y\", 0, 1)`.",
                            FIX),
                        new Problem(
                            "The goals",
                            "must be as in the study that is kept, `[MINIMIZE]`, but is"
                                + " `[MAXIMIZE]`.",
                            FIX),
                        new Problem(
                            "Setting `seed`",
                            "must be as in the study that is kept, `7`, but is `8`.",
                            FIX))
                    .hasSize(9));
  }

  @Test
  default void parametersInAnotherOrderAreAnotherStudy() {
    storage().open(STUDY).close();
    List<Param<?>> reversed = new ArrayList<>(PARAMS);
    Collections.reverse(reversed);
    StudyRecord other = new StudyRecord("digits", reversed, STUDY.goals(), STUDY.settings());

    assertThatThrownBy(() -> storage().open(other))
        .isInstanceOf(InvalidDescriptionException.class)
        .hasMessageContaining("The order of parameters must be as in the study that is kept");
  }

  /** What to do about another study. */
  String FIX =
      "search as the study was begun, or give this search a name of its own with `named(...)`.";
}
