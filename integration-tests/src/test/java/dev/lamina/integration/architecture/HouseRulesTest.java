package dev.lamina.integration.architecture;

import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.core.domain.JavaModifier.PRIVATE;
import static com.tngtech.archunit.core.domain.JavaModifier.SYNTHETIC;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Optional;
import java.util.stream.Stream;

/** How every class is written. */
@AnalyzeClasses(packages = "dev.lamina", importOptions = DoNotIncludeTests.class)
class HouseRulesTest {

  /** {@code StandardStream} prints nothing: it looks which of the two a given stream is. */
  @ArchTest
  static final ArchRule onlySamplesPrint =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.lamina.samples..")
          .and()
          .doNotHaveFullyQualifiedName("dev.lamina.training.listener.StandardStream")
          .should(ACCESS_STANDARD_STREAMS);

  @ArchTest
  static final ArchRule nothingLogsThroughTheLoggerOfTheJdk =
      noClasses().should().dependOnClassesThat().resideInAPackage("java.util.logging..");

  /**
   * The arrays of {@code Xor} are constants in all but type: a matrix is an array to users, too.
   */
  @ArchTest
  static final ArchRule nothingStaticChanges =
      fields()
          .that()
          .areStatic()
          .and()
          .doNotHaveModifier(SYNTHETIC)
          .and()
          .doNotHaveFullName("dev.lamina.samples.Xor.INPUTS")
          .and()
          .doNotHaveFullName("dev.lamina.samples.Xor.TARGETS")
          .should(new ConstantState());

  /** The setters of DL4J's interfaces are not ours to leave out. */
  @ArchTest
  static final ArchRule publicClassesHaveNoSetters =
      methods()
          .that()
          .arePublic()
          .and()
          .areDeclaredInClassesThat()
          .arePublic()
          .and()
          .haveRawReturnType(void.class)
          .and(DescribedPredicate.not(overridingForeignMethods()))
          .should()
          .haveNameNotMatching("set[A-Z].*");

  @ArchTest
  static final ArchRule namesSayWhatAClassIs =
      noClasses()
          .should()
          .haveSimpleNameStartingWith("Abstract")
          .orShould()
          .haveSimpleNameEndingWith("Impl")
          .orShould()
          .haveSimpleNameEndingWith("Utils")
          .orShould()
          .haveSimpleNameEndingWith("Helper")
          .orShould()
          .haveSimpleNameEndingWith("Manager");

  @ArchTest
  static final ArchRule publicTypesOfTheDslAreRecordsEnumsInterfacesOrFinal =
      classes()
          .that()
          .resideInAPackage("dev.lamina.dsl..")
          .and()
          .arePublic()
          .should()
          .beRecords()
          .orShould()
          .beEnums()
          .orShould()
          .beInterfaces()
          .orShould()
          .haveModifier(FINAL);

  @ArchTest
  static final ArchRule exceptionsAreUnchecked =
      classes()
          .that()
          .areAssignableTo(Throwable.class)
          .should()
          .beAssignableTo(RuntimeException.class);

  /** A field that may be absent stays within its class, or is a component of a record. */
  @ArchTest
  static final ArchRule optionalFieldsArePrivate =
      fields().that().haveRawType(Optional.class).should().haveModifier(PRIVATE);

  private static DescribedPredicate<JavaMethod> overridingForeignMethods() {
    return DescribedPredicate.describe(
        "override a method of a library",
        method ->
            foreignParents(method.getOwner())
                .anyMatch(
                    parent ->
                        parent.tryGetMethod(method.getName(), parameters(method)).isPresent()));
  }

  private static Stream<JavaClass> foreignParents(JavaClass type) {
    return Stream.concat(type.getAllRawSuperclasses().stream(), type.getAllRawInterfaces().stream())
        .filter(parent -> !parent.getPackageName().startsWith("dev.lamina"));
  }

  private static String[] parameters(JavaMethod method) {
    return method.getRawParameterTypes().stream().map(JavaClass::getName).toArray(String[]::new);
  }
}
