package dev.lamina.search.storage;

import dev.lamina.search.trial.Claim;
import dev.lamina.search.trial.TrialRecord;
import dev.lamina.search.trial.Worker;
import java.time.Instant;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Who began a trial and when, as it is kept in the journal.
 *
 * @param claim who
 * @param started when
 */
record JournalClaim(Claim claim, Instant started) {

  static JournalClaim of(TrialRecord begun) {
    return new JournalClaim(begun.claim(), begun.started());
  }

  static JournalClaim of(JsonNode json) {
    Worker worker =
        new Worker(
            json.required("host").stringValue(),
            json.required("process").longValue(),
            json.required("since").longValue(),
            json.required("worker").stringValue());
    return new JournalClaim(new Claim(worker, instant(json, "seen")), instant(json, "started"));
  }

  static Instant instant(JsonNode json, String property) {
    return Instant.parse(json.required(property).stringValue());
  }

  void writeTo(ObjectNode json) {
    Worker worker = claim.worker();
    json.put("host", worker.host()).put("process", worker.process());
    json.put("since", worker.started()).put("worker", worker.id());
    json.put("seen", claim.seen().toString()).put("started", started.toString());
  }
}
