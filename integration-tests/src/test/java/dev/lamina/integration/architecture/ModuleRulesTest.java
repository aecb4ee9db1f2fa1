package dev.lamina.integration.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.lamina.dsl.CheckReturnValue;

/** Which module and which package may see which. */
@AnalyzeClasses(packages = "dev.lamina", importOptions = DoNotIncludeTests.class)
class ModuleRulesTest {

  @ArchTest
  static final ArchRule theDslNeedsNothingButTheJdk =
      classes()
          .that()
          .resideInAPackage("dev.lamina.dsl..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", "dev.lamina.dsl..");

  /** So that applications which only predict need two small jars. */
  @ArchTest
  static final ArchRule inferenceNeedsNothingButTheDsl =
      classes()
          .that()
          .resideInAPackage("dev.lamina.inference..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", "dev.lamina.dsl..", "dev.lamina.inference..");

  /** What rounds differently from one machine to the next, or from one JDK to the next. */
  @ArchTest
  static final ArchRule inferenceGivesTheSameBitsEverywhere =
      noClasses()
          .that()
          .resideInAPackage("dev.lamina.inference..")
          .should()
          .callMethodWhere(
              target(owner(type(Math.class)))
                  .and(target(nameMatching("exp|expm1|log.*|tanh|pow|sin.*|cos.*|tan|cbrt"))));

  @ArchTest
  static final ArchRule eachModuleSeesOnlyThoseAboveIt =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("dsl")
          .definedBy("dev.lamina.dsl..")
          .layer("inference")
          .definedBy("dev.lamina.inference..")
          .layer("compiler")
          .definedBy("dev.lamina.compiler..")
          .layer("training")
          .definedBy("dev.lamina.training..")
          .layer("search")
          .definedBy("dev.lamina.search..")
          .layer("samples")
          .definedBy("dev.lamina.samples..")
          .whereLayer("dsl")
          .mayNotAccessAnyLayer()
          .whereLayer("inference")
          .mayOnlyAccessLayers("dsl")
          .whereLayer("compiler")
          .mayOnlyAccessLayers("dsl")
          .whereLayer("training")
          .mayOnlyAccessLayers("dsl", "inference", "compiler")
          .whereLayer("search")
          .mayOnlyAccessLayers("dsl", "training")
          .whereLayer("samples")
          .mayOnlyAccessLayers("dsl", "inference", "training", "search");

  /** Every package is marked with the annotation, whose own package uses what is in them. */
  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices()
          .matching("dev.lamina.(**)")
          .should()
          .beFreeOfCycles()
          .ignoreDependency(alwaysTrue(), type(CheckReturnValue.class));

  /** Its generators are some samplers of many; no other part of a search knows of them. */
  @ArchTest
  static final ArchRule arbiterStaysWhereItIsWorkedAround =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.lamina.search.arbiter..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.deeplearning4j.arbiter..");

  @ArchTest
  static final ArchRule samplesUseOnlyWhatUsersAreMeantToUse =
      classes()
          .that()
          .resideInAPackage("dev.lamina.samples..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "dev.lamina.samples..",
              "dev.lamina.dsl..",
              "dev.lamina.inference",
              "dev.lamina.search",
              "dev.lamina.search.arbiter",
              "dev.lamina.search.listener",
              "dev.lamina.search.pruner",
              "dev.lamina.search.sampler",
              "dev.lamina.search.storage",
              "dev.lamina.search.trial",
              "dev.lamina.training",
              "dev.lamina.training.data",
              "dev.lamina.training.data.idx",
              "dev.lamina.training.data.image",
              "dev.lamina.training.data.named",
              "dev.lamina.training.data.stream",
              "dev.lamina.training.data.table",
              "dev.lamina.training.doctor",
              "dev.lamina.training.history",
              "dev.lamina.training.listener",
              "dev.lamina.training.model");
}
