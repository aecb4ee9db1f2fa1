package dev.lamina.training.data.table;

import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.problem.Requirement;
import dev.lamina.training.data.Preprocessing;
import dev.lamina.training.data.file.DataFile;
import dev.lamina.training.data.stream.SamplePass;
import dev.lamina.training.data.stream.SampleStream;
import java.nio.file.Path;

/**
 * The records of a CSV file that memory does not hold, encoded and normalized as others were.
 *
 * <p>The first records of the file, or a sample of it, say how:
 *
 * <pre>{@code
 * Path file = Path.of("flowers.csv");
 * Dataset first = Table.head(file, 10_000).predicting("species").dataset();
 * SampleStream all = CsvStream.of(file, "species", first.preprocessing());
 * }</pre>
 */
public final class CsvStream implements SampleStream {

  private static final char COMMA = ',';

  private final DataFile file;
  private final char delimiter;
  private final String target;
  private final Preprocessing preprocessing;

  private CsvStream(DataFile file, char delimiter, String target, Preprocessing preprocessing) {
    this.file = file;
    this.delimiter = delimiter;
    this.target = target;
    this.preprocessing = preprocessing;
  }

  /**
   * The records of a file with commas, which is as {@link Table#csv(Path)} reads it.
   *
   * @param target the column that is predicted: a class where the preprocessing has labels, and a
   *     number otherwise
   * @param preprocessing that of data which came from a table
   */
  public static CsvStream of(Path path, String target, Preprocessing preprocessing) {
    new Requirement(new Code("CsvStream.of(path, " + Code.literal(target) + ", preprocessing)"))
        .present("path", path)
        .present("target", target)
        .present("preprocessing", preprocessing)
        .that(
            preprocessing.encoding().isPresent(),
            "preprocessing",
            "that of a table",
            new Code("that of arrays"),
            "give the preprocessing of data that came from a table");
    return new CsvStream(new DataFile(path), COMMA, target, preprocessing);
  }

  /** The same with another delimiter, such as a semicolon. */
  public CsvStream delimiter(char other) {
    CsvRows.requireDelimiter(Requirement.of("delimiter", String.valueOf(other)), other);
    return new CsvStream(file, other, target, preprocessing);
  }

  @Override
  public int featureWidth() {
    return preprocessing.encoding().orElseThrow().width();
  }

  @Override
  public int targetWidth() {
    return 1;
  }

  @Override
  public Preprocessing preprocessing() {
    return preprocessing;
  }

  /** Closes the file where it does not have the columns. */
  private RecordReader reader(CsvRows rows) {
    try {
      return RecordReader.of(file, rows.columns(), target, preprocessing);
    } catch (RuntimeException exception) {
      rows.close();
      throw exception;
    }
  }

  @Override
  public SamplePass open() {
    CsvRows rows = file.guarded(() -> CsvRows.open(file, delimiter, file.open()));
    RecordReader reader = reader(rows);
    return new SamplePass() {
      @Override
      public boolean read(double[] features, double[] targets) {
        return file.guarded(
            () -> {
              boolean goesOn = rows.hasNext();
              if (goesOn) {
                reader.read(rows.next(), features, targets);
              }
              return goesOn;
            });
      }

      @Override
      public void close() {
        rows.close();
      }
    };
  }
}
