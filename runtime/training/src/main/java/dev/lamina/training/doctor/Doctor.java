package dev.lamina.training.doctor;

/** Looks at the machine that this program runs on. */
public final class Doctor {

  private Doctor() {}

  /**
   * Looks for everything that training depends on, loads the backend if there is one, and trains a
   * tiny network with it, whose weights are known. Takes a few seconds the first time.
   *
   * @return what was found, where all that is not fine says what to do; nothing is thrown for it
   */
  public static Examination examine() {
    return Diagnosis.of(Machine.here());
  }
}
