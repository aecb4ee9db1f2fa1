package dev.lamina.search.pruner;

import static dev.lamina.search.pruner.Progresses.complete;
import static dev.lamina.search.pruner.Progresses.progress;
import static dev.lamina.search.pruner.Pruners.medianPruner;
import static dev.lamina.search.pruner.Pruners.patientPruner;
import static org.assertj.core.api.Assertions.assertThat;

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

  @Test
  void itWaitsForOthersOnlyIfItAsksSomebodyWhoDoes() {
    assertThat(patientPruner(1).visible(20, 8)).isZero();
    assertThat(patientPruner(1).asking(medianPruner()).visible(20, 8)).isEqualTo(13);
  }
}
