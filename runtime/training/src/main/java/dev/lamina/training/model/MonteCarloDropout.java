package dev.lamina.training.model;

import dev.lamina.compiler.Compiler;
import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.problem.InvalidDescriptionException;
import dev.lamina.dsl.problem.Problem;
import dev.lamina.dsl.problem.Requirement;
import dev.lamina.dsl.training.Seeds;
import dev.lamina.dsl.training.TrainingPlan;
import dev.lamina.training.data.Preprocessing;
import dev.lamina.training.engine.Engine;
import java.util.List;
import java.util.PrimitiveIterator;
import java.util.stream.LongStream;

/**
 * Forward passes with all that is random as in training, but with batch normalization as in
 * prediction.
 *
 * @param network the network
 * @param plan how it was trained
 * @param engine the network with its weights
 * @param preprocessing what is done to features first
 */
record MonteCarloDropout(
    Network network, TrainingPlan plan, Engine engine, Preprocessing preprocessing) {

  /** The spread of the outputs over so many passes, each of which draws anew. */
  List<UncertainPrediction> predict(double[][] features, int samples, long seed) {
    Code call = Code.call("predictWithUncertainty", new Code("features"), samples);
    new Requirement(call)
        .present("features", features)
        .atLeast(2, "samples", samples, "give the number of forward passes, such as 100");
    requireDropout();
    ModelOutputs outputs = ModelOutputs.of(network, plan.precision(), engine, preprocessing);
    Engine random = Engine.create(Compiler.compile(network, plan).normalizedByAverages());
    random.takeParameters(engine.snapshot());
    PrimitiveIterator.OfLong seeds =
        LongStream.iterate(0, pass -> pass + 1)
            .map(pass -> Seeds.sampledPass(seed, pass))
            .iterator();
    Spread spread = new Spread(features.length, network.outline().outputShape().size());
    for (int sample = 0; sample < samples; sample++) {
      spread.add(
          outputs.outputs(
              features, (rows, from, to) -> random.sample(rows, from, to, seeds.nextLong())));
    }
    return spread.predictions();
  }

  private void requireDropout() {
    boolean random =
        network.outline().entries().stream()
            .anyMatch(entry -> entry.layer().accept(new IsRandom()));
    if (!random) {
      Problem problem =
          new Problem(
              "The network",
              "needs dropout, but has none: every forward pass would give the same outputs.",
              "train it with layers such as `dropout(0.2)`, or compare several models by"
                  + " `Ensemble.of(models)`.");
      throw new InvalidDescriptionException(
          "`predictWithUncertainty` for network `" + network.name() + "`", List.of(problem));
    }
  }
}
