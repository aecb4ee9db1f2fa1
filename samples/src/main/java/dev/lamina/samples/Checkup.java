package dev.lamina.samples;

import dev.lamina.training.doctor.Doctor;
import java.io.PrintStream;

/** What Lamina finds on this machine, what it computes with, and what to do about it. */
final class Checkup implements Sample {

  @Override
  public void run(PrintStream out) {
    out.println(Doctor.examine());
  }
}
