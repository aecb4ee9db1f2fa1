package dev.lamina.training.data.named;

import dev.lamina.training.data.Dataset;
import dev.lamina.training.data.Split;
import dev.lamina.training.data.file.DataFile;
import dev.lamina.training.data.file.DataFileException;
import dev.lamina.training.data.idx.IdxFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Images that are published as four files of the IDX format, in a folder of yours.
 *
 * <p>Nothing is fetched unless {@link #download} is called. Each file that is read is checked
 * against the checksum of what was published.
 */
public final class PublishedImages {

  private final Path folder;
  private final Publication publication;

  PublishedImages(Path folder, Publication publication) {
    this.folder = folder;
    this.publication = publication;
  }

  /**
   * The images to learn from.
   *
   * @throws DataFileException if a file is missing, or is not what was published
   */
  public Dataset training() {
    return read(publication.training());
  }

  /**
   * The images to test.
   *
   * @throws DataFileException if a file is missing, or is not what was published
   */
  public Dataset test() {
    return read(publication.test());
  }

  /**
   * The images to learn from and those to test, and none for validation.
   *
   * @throws DataFileException if a file is missing, or is not what was published
   */
  public Split split() {
    return new Split(training(), Optional.empty(), Optional.of(test()));
  }

  /** The names of the classes, in the order of their numbers. */
  public List<String> labels() {
    return publication.labels();
  }

  /**
   * Fetches those of the four files that the folder, which is made where there is none, lacks.
   *
   * <p>A file is there only when it has come whole and has the checksum of what was published.
   *
   * @return the same images
   * @throws DataFileException if a file cannot be fetched, or is not what was published
   */
  public PublishedImages download() {
    Download download = new Download(folder, publication);
    for (PublishedFile file : publication.files()) {
      if (found(file).isEmpty()) {
        download.fetch(file);
      }
    }
    return this;
  }

  private Dataset read(Publication.Pair pair) {
    Path images = checked(pair.images());
    Path labels = checked(pair.labels());
    return IdxFile.read(images)
        .scaled()
        .labelled(IdxFile.read(labels))
        .labels(labels().toArray(String[]::new));
  }

  private Path checked(PublishedFile file) {
    Path found = found(file).orElseThrow(() -> missing(file));
    if (!file.hasContent(found)) {
      throw new DataFile(found)
          .fault(
              "is not the file of %s that was published: its SHA-256 is another."
                  .formatted(publication.title()),
              "remove it, and fetch `%s%s`.".formatted(publication.address(), file.name()));
    }
    return found;
  }

  private Optional<Path> found(PublishedFile file) {
    return Stream.of(file.name(), file.plainName())
        .map(folder::resolve)
        .filter(Files::isRegularFile)
        .findFirst();
  }

  private DataFileException missing(PublishedFile file) {
    return DataFileException.of(
        publication.title() + " in folder `" + folder + "`",
        "cannot be read: there is neither `%s` nor `%s`.".formatted(file.name(), file.plainName()),
        "put it there, or let `download()` fetch it from `%s`.".formatted(publication.address()));
  }

  /** What it is, and where. */
  @Override
  public String toString() {
    return publication.title() + " in folder `" + folder + "`";
  }
}
