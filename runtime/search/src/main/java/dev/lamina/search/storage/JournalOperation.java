package dev.lamina.search.storage;

import java.util.Arrays;

/** What a line of Optuna's journal does. */
enum JournalOperation {
  CREATE_STUDY(0),
  DELETE_STUDY(1),
  SET_STUDY_USER_ATTRIBUTE(2),
  SET_STUDY_SYSTEM_ATTRIBUTE(3),
  CREATE_TRIAL(4),
  SET_TRIAL_PARAM(5),
  SET_TRIAL_STATE(6),
  SET_TRIAL_REPORT(7),
  SET_TRIAL_USER_ATTRIBUTE(8),
  SET_TRIAL_SYSTEM_ATTRIBUTE(9);

  private final int code;

  JournalOperation(int code) {
    this.code = code;
  }

  /**
   * The operation with this code.
   *
   * @throws IllegalArgumentException if there is none
   */
  static JournalOperation of(int code) {
    return Arrays.stream(values())
        .filter(each -> each.code == code)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no operation has the code " + code));
  }

  int code() {
    return code;
  }
}
