package dev.lamina.integration.backend;

import dev.lamina.training.backend.Backend;
import java.util.List;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Skips the tests that compute where the backend that was asked for cannot: {@code mvn verify
 * -Pcuda} is for machines with a card.
 */
public final class AskedBackend implements ExecutionCondition {

  private static final Logger LOG = LoggerFactory.getLogger(AskedBackend.class);

  /** Where tests look at sources and jars only. */
  private static final List<String> READING =
      List.of("dev.lamina.integration.architecture", "dev.lamina.integration.source");

  /** For the service loader. */
  public AskedBackend() {}

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    String asked = System.getProperty("lamina.backend", "");
    if (asked.isEmpty() || onlyReads(context)) {
      return ConditionEvaluationResult.enabled("no backend was asked for");
    }
    try {
      return ConditionEvaluationResult.enabled("on " + Backend.choose().kind());
    } catch (IllegalStateException refused) {
      if (context.getParent().filter(context.getRoot()::equals).isPresent()) {
        LOG.warn("{} is skipped. {}", context.getDisplayName(), refused.getMessage());
      }
      return ConditionEvaluationResult.disabled(refused.getMessage());
    }
  }

  private static boolean onlyReads(ExtensionContext context) {
    return context.getTestClass().map(test -> READING.contains(test.getPackageName())).orElse(true);
  }
}
