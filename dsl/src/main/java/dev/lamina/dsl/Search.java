package dev.lamina.dsl;

import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.problem.Requirement;
import dev.lamina.dsl.search.ChoiceParam;
import dev.lamina.dsl.search.Experiment;
import dev.lamina.dsl.search.FlagParam;
import dev.lamina.dsl.search.IntParam;
import dev.lamina.dsl.search.KnownPoint;
import dev.lamina.dsl.search.Param;
import dev.lamina.dsl.search.RealParam;
import dev.lamina.dsl.search.SearchPlan;
import dev.lamina.dsl.training.TrainingPlan;
import java.util.Arrays;

/** Which hyperparameters are searched, and how. */
public final class Search {

  private Search() {}

  /** A whole number from low to high, both included. */
  public static IntParam integer(String name, int low, int high) {
    return new IntParam(name, low, high);
  }

  /** A real number from low to high, both included. */
  public static RealParam real(String name, double low, double high) {
    return new RealParam(name, low, high);
  }

  /** One of these. */
  @SafeVarargs
  @SuppressWarnings("varargs") // the options are only read
  public static <T> ChoiceParam<T> choice(String name, T... options) {
    new Requirement(new Code("choice(name, options)")).present("options", options);
    return new ChoiceParam<>(name, Arrays.asList(options));
  }

  /** Yes or no. */
  public static FlagParam flag(String name) {
    return new FlagParam(name);
  }

  /** A search over these parameters: 10 trials for the least validation loss by default. */
  public static SearchPlan search(Param<?>... params) {
    new Requirement(new Code("search(parameters)")).present("parameters", params);
    return new SearchPlan(Arrays.asList(params));
  }

  /** A network and how it is trained. */
  public static Experiment experiment(Network network, TrainingPlan plan) {
    return new Experiment(network, plan);
  }

  /** A value to start from; {@link KnownPoint#and} gives those of other parameters. */
  public static <T> KnownPoint value(Param<T> param, T value) {
    return KnownPoint.of(param, value);
  }
}
