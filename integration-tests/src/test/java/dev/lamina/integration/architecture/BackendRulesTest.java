package dev.lamina.integration.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Where DL4J and ND4J may be seen. */
@AnalyzeClasses(packages = "dev.lamina", importOptions = DoNotIncludeTests.class)
class BackendRulesTest {

  private static final String GRAPHS = "dev.lamina.training.engine.Graphs";
  private static final String ITERATOR =
      "dev.lamina.training.data.dl4j.IteratorDataset.of("
          + "org.nd4j.linalg.dataset.api.iterator.DataSetIterator)";
  private static final String UNWRAP = "dev.lamina.training.model.Model.unwrap()";

  @ArchTest
  static final ArchRule onlyTheLoweringConfiguresDl4j =
      classes()
          .that()
          .resideOutsideOfPackage("dev.lamina.compiler.lowering..")
          .should(
              NoDependency.on(
                      resideInAnyPackage(
                          "org.deeplearning4j.nn.conf..",
                          "org.nd4j.linalg.learning.config..",
                          "org.nd4j.linalg.schedule..",
                          "org.nd4j.linalg.activations..",
                          "org.nd4j.linalg.lossfunctions.."))
                  .butFor(
                      GRAPHS,
                      "org.deeplearning4j.nn.conf.ComputationGraphConfiguration",
                      "hands the lowered configuration to the graph and sets its counters"));

  @ArchTest
  static final ArchRule onlyTheEngineHoldsAGraph =
      classes()
          .that()
          .resideOutsideOfPackage("dev.lamina.training.engine")
          .should(
              NoDependency.on(type(ComputationGraph.class))
                  .butFor(
                      UNWRAP,
                      "org.deeplearning4j.nn.graph.ComputationGraph",
                      "gives users the network as DL4J knows it"));

  /**
   * DL4J calls the classes of six of the packages with arrays; two lay out what works on them, the
   * engine calls the score's, and one copies what DL4J's iterators give.
   */
  @ArchTest
  static final ArchRule onlyTheEngineAndWhatDl4jCallsSeeArrays =
      classes()
          .that()
          .resideOutsideOfPackages(
              "dev.lamina.training.engine",
              "dev.lamina.compiler.lowering.activation",
              "dev.lamina.compiler.lowering.call",
              "dev.lamina.compiler.lowering.constraint",
              "dev.lamina.compiler.lowering.initializer",
              "dev.lamina.compiler.lowering.layer",
              "dev.lamina.compiler.lowering.loss",
              "dev.lamina.compiler.lowering.step",
              "dev.lamina.compiler.lowering.updater",
              "dev.lamina.training.data.dl4j")
          .and()
          .doNotHaveFullyQualifiedName("dev.lamina.compiler.lowering.ScoreLowering")
          .should(NoDependency.on(type(INDArray.class)));

  /**
   * The packages left out are internal but for Arbiter's, in which its generators come in and go
   * out; {@code unwrap} is the one documented way out otherwise, and an iterator the one way in.
   */
  @ArchTest
  static final ArchRule publicSignaturesShowNothingOfDl4j =
      classes()
          .that()
          .resideOutsideOfPackages(
              "dev.lamina.compiler.lowering..",
              "dev.lamina.training.engine..",
              "dev.lamina.search.arbiter")
          .and()
          .arePublic()
          .should(
              new SignatureFreeOf(
                      resideInAnyPackage("org.deeplearning4j..", "org.nd4j..", "org.bytedeco.."))
                  .butFor(UNWRAP)
                  .butFor(ITERATOR));
}
