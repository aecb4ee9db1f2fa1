package dev.lamina.search.storage;

/** What a line of Optuna's journal does; their order is that of the codes, from 0. */
enum JournalOperation {
  CREATE_STUDY,
  DELETE_STUDY,
  SET_STUDY_USER_ATTRIBUTE,
  SET_STUDY_SYSTEM_ATTRIBUTE,
  CREATE_TRIAL,
  SET_TRIAL_PARAM,
  SET_TRIAL_STATE,
  SET_TRIAL_REPORT,
  SET_TRIAL_USER_ATTRIBUTE,
  SET_TRIAL_SYSTEM_ATTRIBUTE;

  /**
   * The operation with this code.
   *
   * @throws IllegalArgumentException if there is none
   */
  static JournalOperation of(int code) {
    JournalOperation[] all = values();
    if (code < 0 || code >= all.length) {
      throw new IllegalArgumentException("no operation has the code " + code);
    }
    return all[code];
  }

  int code() {
    return ordinal();
  }
}
