package dev.lamina.integration.backend;

import dev.lamina.training.backend.Backend;
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

  /** Where tests look at sources only. */
  private static final String SOURCES = "dev.lamina.integration.source";

  /** For the service loader. */
  public AskedBackend() {}

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    String asked = System.getProperty("lamina.backend", "");
    if (asked.isEmpty() || isAboutSources(context)) {
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

  private static boolean isAboutSources(ExtensionContext context) {
    return context.getTestClass().map(test -> test.getPackageName().equals(SOURCES)).orElse(true);
  }
}
