package dev.lamina.search.pruner;

import static dev.lamina.search.pruner.Progresses.complete;
import static dev.lamina.search.pruner.Progresses.progress;
import static dev.lamina.search.pruner.Pruners.medianPruner;
import static dev.lamina.search.pruner.Pruners.patientPruner;
import static dev.lamina.search.pruner.Pruners.successiveHalving;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.search.space.Observation;
import java.util.List;
import org.junit.jupiter.api.Test;

class PatientPrunerTest {

  @Test
  void aTrialEndsOnceItWasWorseForLongEnough() {
    PatientPruner pruner = patientPruner(2);

    assertThat(pruner.prunes(progress(1, 2, 2))).isFalse();
    assertThat(pruner.prunes(progress(1, 2, 2, 2))).isTrue();
    assertThat(pruner.prunes(progress(1, 2, 1, 2))).isFalse();
    assertThat(pruner.prunes(progress(1, 2, 0.5, 2))).isFalse();
  }

  @Test
  void whatIsLittleWorseIsAsGood() {
    PatientPruner pruner = patientPruner(0).minDelta(0.5);

    assertThat(pruner.prunes(progress(1, 1.5))).isFalse();
    assertThat(pruner.prunes(progress(1, 1.75))).isTrue();
  }

  @Test
  void anotherPrunerIsAskedOnlyThen() {
    PatientPruner pruner = patientPruner(1).asking(medianPruner().startupTrials(1));
    Progress worse = progress(1, 2, 2).among(List.of(complete(0, 0.5, 0.5, 0.5)));
    Progress better = progress(2, 1, 1).among(List.of(complete(0, 0.5, 0.5, 0.5)));
    Progress amongTheBest = progress(1, 2, 2).among(List.of(complete(0, 3, 3, 3)));

    assertThat(pruner.prunes(worse)).isTrue();
    assertThat(pruner.prunes(better)).isFalse();
    assertThat(pruner.prunes(amongTheBest)).isFalse();
  }

  /** Its rungs are after steps 1, 4 and 16: none is where the patience is over. */
  @Test
  void halvingIsAskedBetweenItsRungsToo() {
    PatientPruner pruner = patientPruner(1).asking(successiveHalving());
    Observation better = complete(0, 1, 1, 1, 0.5, 0.5, 0.5);
    Observation worse = complete(0, 3, 3, 3, 3, 3, 3);
    Progress stuck = progress(2, 1, 0.9, 0.8, 0.9, 0.9);

    assertThat(pruner.prunes(stuck.among(List.of(better)))).isTrue();
    assertThat(pruner.prunes(stuck.among(List.of(worse)))).isFalse();
    assertThat(pruner.prunes(progress(2, 1, 0.9, 0.8, 0.7).among(List.of(better)))).isFalse();
  }

  @Test
  void itWaitsForOthersOnlyIfItAsksSomebodyWhoDoes() {
    assertThat(patientPruner(1).visible(20, 8)).isZero();
    assertThat(patientPruner(1).asking(medianPruner()).visible(20, 8)).isEqualTo(13);
  }
}
