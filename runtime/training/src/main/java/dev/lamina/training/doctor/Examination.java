package dev.lamina.training.doctor;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What {@link Doctor#examine} found; prints itself as a report.
 *
 * @param findings one for each thing that was looked at
 */
public record Examination(List<Finding> findings) {

  private static final int TOPIC_WIDTH = 12;

  /** Copies the findings. */
  public Examination {
    findings = List.copyOf(findings);
  }

  /** What to do, in the order of the findings; empty where all is fine. */
  public List<String> fixes() {
    return findings.stream().map(Finding::fix).flatMap(Optional::stream).toList();
  }

  /** A line for each finding, with what to do below it. */
  @Override
  public String toString() {
    int count = fixes().size();
    String title =
        switch (count) {
          case 0 -> "Lamina on this machine: all is fine.";
          case 1 -> "Lamina on this machine: 1 thing to do.";
          default -> "Lamina on this machine: " + count + " things to do.";
        };
    return findings.stream()
        .map(Examination::line)
        .collect(Collectors.joining("\n", title + "\n", ""));
  }

  private static String line(Finding finding) {
    String topic = finding.topic() + " ".repeat(TOPIC_WIDTH - finding.topic().length());
    String fix =
        finding.fix().map(each -> "\n  " + " ".repeat(TOPIC_WIDTH) + "Fix: " + each).orElse("");
    return "  " + topic + finding.text() + fix;
  }
}
