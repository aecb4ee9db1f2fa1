package dev.lamina.search.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BenchmarkFunctionsTest {

  @Test
  void functionsHaveTheirPublishedLeastValues() {
    assertThat(BenchmarkFunctions.branin(-Math.PI, 12.275)).isCloseTo(0.397887, within(1e-6));
    assertThat(BenchmarkFunctions.branin(9.42478, 2.475)).isCloseTo(0.397887, within(1e-6));
    assertThat(BenchmarkFunctions.hartmann3(0.114614, 0.555649, 0.852547))
        .isCloseTo(-3.86278, within(1e-5));
    assertThat(
            BenchmarkFunctions.hartmann6(0.20169, 0.150011, 0.476874, 0.275332, 0.311652, 0.6573))
        .isCloseTo(-3.32237, within(1e-5));
    assertThat(BenchmarkFunctions.rosenbrock(1, 1)).isZero();
    assertThat(BenchmarkFunctions.ackley(0, 0, 0, 0, 0)).isCloseTo(0, within(1e-12));
    assertThat(BenchmarkFunctions.levy(1, 1, 1, 1)).isCloseTo(0, within(1e-12));
    assertThat(BenchmarkFunctions.camel(0.0898, -0.7126)).isCloseTo(-1.0316, within(1e-4));
    assertThat(BenchmarkFunctions.camel(-0.0898, 0.7126)).isCloseTo(-1.0316, within(1e-4));
    assertThat(BenchmarkFunctions.goldstein(0, -1)).isCloseTo(Math.log(3), within(1e-12));
    assertThat(BenchmarkFunctions.styblinski(-2.903534, -2.903534, -2.903534, -2.903534))
        .isCloseTo(4 * -39.16599, within(1e-3));
    assertThat(BenchmarkFunctions.griewank(0, 0, 0)).isZero();
    assertThat(BenchmarkFunctions.rastrigin(0, 0, 0)).isZero();
    assertThat(BenchmarkFunctions.colville(1, 1, 1, 1)).isZero();
  }

  /** By hand: away from the least value, where a wrong sign or factor shows. */
  @Test
  void functionsHaveTheValuesOfTheirFormulas() {
    assertThat(BenchmarkFunctions.camel(1, 1)).isCloseTo(4 - 2.1 + 1.0 / 3 + 1, within(1e-12));
    assertThat(BenchmarkFunctions.goldstein(0, 0))
        .isCloseTo(Math.log((1 + 19) * 30), within(1e-12));
    assertThat(BenchmarkFunctions.styblinski(1, 0)).isEqualTo(-5);
    assertThat(BenchmarkFunctions.griewank(0, Math.PI * Math.sqrt(2)))
        .isCloseTo(2 * Math.PI * Math.PI / 4000 + 2, within(1e-12));
    assertThat(BenchmarkFunctions.rastrigin(0.5, 1)).isCloseTo(20.25 + 1, within(1e-12));
    assertThat(BenchmarkFunctions.colville(0, 0, 0, 0)).isCloseTo(42, within(1e-12));
  }

  @Test
  void moreFunctionsHaveTheirPublishedLeastValues() {
    assertThat(MoreFunctions.beale(3, 0.5)).isZero();
    assertThat(MoreFunctions.schwefel(420.9687, 420.9687, 420.9687)).isCloseTo(0, within(1e-4));
    assertThat(MoreFunctions.michalewicz(2.2029, 1.5708)).isCloseTo(-1.8013, within(1e-4));
    assertThat(MoreFunctions.zakharov(0, 0, 0, 0)).isZero();
    assertThat(MoreFunctions.dixonPrice(1, Math.sqrt(0.5))).isCloseTo(0, within(1e-12));
    assertThat(MoreFunctions.shekel(4, 4, 4, 4)).isCloseTo(-10.5364, within(2e-3));
    assertThat(MoreFunctions.dropWave(0, 0)).isEqualTo(-1);
    assertThat(MoreFunctions.powell(0, 0, 0, 0)).isZero();
    assertThat(MoreFunctions.mcCormick(-0.54719, -1.54719)).isCloseTo(-1.9132, within(1e-4));
    assertThat(MoreFunctions.himmelblau(3, 2)).isZero();
    assertThat(MoreFunctions.alpine(0, 0, 0, 0)).isZero();
    assertThat(MoreFunctions.trid(5, 8, 9, 8, 5)).isEqualTo(-30);
    assertThat(MoreFunctions.bukin(-10, 1)).isCloseTo(0, within(1e-6));
  }

  /** By hand: 4 of 4 pairs are won; the deviation is √(4 · 5 / 12). */
  @Test
  void ranksSayHowFarFromChanceASampleIs() {
    assertThat(Ranks.smaller(new double[] {1, 2}, new double[] {3, 4}))
        .isCloseTo(-2 / Math.sqrt(20.0 / 12), within(1e-12));
    assertThat(Ranks.smaller(new double[] {1, 2}, new double[] {1, 2})).isZero();
    assertThat(Ranks.median(new double[] {5, 1, 2, 3})).isEqualTo(2.5);
  }
}
