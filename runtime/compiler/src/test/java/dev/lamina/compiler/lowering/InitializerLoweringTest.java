package dev.lamina.compiler.lowering;

import static dev.lamina.compiler.lowering.initializer.VarianceScaling.Fan.AVERAGE;
import static dev.lamina.compiler.lowering.initializer.VarianceScaling.Fan.IN;
import static dev.lamina.compiler.lowering.initializer.VarianceScaling.Spread.NORMAL;
import static dev.lamina.compiler.lowering.initializer.VarianceScaling.Spread.UNIFORM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.lamina.compiler.lowering.initializer.IdentityWeights;
import dev.lamina.compiler.lowering.initializer.NormalWeights;
import dev.lamina.compiler.lowering.initializer.OrthogonalWeights;
import dev.lamina.compiler.lowering.initializer.UniformWeights;
import dev.lamina.compiler.lowering.initializer.VarianceScaling;
import dev.lamina.dsl.Initializers;
import dev.lamina.dsl.layer.Initializer;
import java.util.stream.Stream;
import org.deeplearning4j.nn.weights.IWeightInit;
import org.deeplearning4j.nn.weights.WeightInitConstant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class InitializerLoweringTest {

  static Stream<Arguments> initializers() {
    return Stream.of(
        arguments(Initializers.zeros(), new WeightInitConstant(0)),
        arguments(Initializers.ones(), new WeightInitConstant(1)),
        arguments(Initializers.constant(-0.25), new WeightInitConstant(-0.25)),
        arguments(Initializers.glorotUniform(), new VarianceScaling(1, AVERAGE, UNIFORM)),
        arguments(Initializers.glorotNormal(), new VarianceScaling(1, AVERAGE, NORMAL)),
        arguments(Initializers.heUniform(), new VarianceScaling(2, IN, UNIFORM)),
        arguments(Initializers.heNormal(), new VarianceScaling(2, IN, NORMAL)),
        arguments(Initializers.lecunUniform(), new VarianceScaling(1, IN, UNIFORM)),
        arguments(Initializers.lecunNormal(), new VarianceScaling(1, IN, NORMAL)),
        arguments(Initializers.uniform(-1, 2), new UniformWeights(-1, 2)),
        arguments(Initializers.normal(0.5).mean(2), new NormalWeights(2, 0.5, false)),
        arguments(Initializers.truncatedNormal(0.5).mean(2), new NormalWeights(2, 0.5, true)),
        arguments(Initializers.orthogonal().gain(2), new OrthogonalWeights(2)),
        arguments(Initializers.identity().gain(2), new IdentityWeights(2)));
  }

  @ParameterizedTest
  @MethodSource("initializers")
  void eachInitializerBecomesTheOneThatMeansTheSame(Initializer initializer, IWeightInit expected) {
    IWeightInit lowered = initializer.accept(new InitializerLowering());

    assertThat(lowered).isEqualTo(expected);
  }

  @Test
  void noMemberOfTheFamilyIsForgottenHere() {
    Object[] all = dev.lamina.dsl.layer.VarianceScaling.values();

    Stream<Object> here = initializers().map(each -> each.get()[0]);

    assertThat(here).contains(all);
  }
}
