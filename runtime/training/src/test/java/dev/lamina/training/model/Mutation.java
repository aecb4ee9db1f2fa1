package dev.lamina.training.model;

import dev.lamina.training.file.StoredZip;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Ways in which a model file can be other than it was written. */
enum Mutation {
  ONE_BIT {
    @Override
    byte[] of(byte[] file, SplittableRandom random) {
      byte[] changed = file.clone();
      changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
      return changed;
    }
  },
  MANY_BYTES {
    @Override
    byte[] of(byte[] file, SplittableRandom random) {
      byte[] changed = file.clone();
      for (int count = 1 + random.nextInt(20); count > 0; count--) {
        changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
      }
      return changed;
    }
  },
  CUT {
    @Override
    byte[] of(byte[] file, SplittableRandom random) {
      return Arrays.copyOf(file, random.nextInt(file.length));
    }
  },
  MORE_AT_THE_END {
    @Override
    byte[] of(byte[] file, SplittableRandom random) {
      return Arrays.copyOf(file, file.length + 1 + random.nextInt(100));
    }
  },
  MORE_AT_THE_START {
    @Override
    byte[] of(byte[] file, SplittableRandom random) {
      byte[] longer = new byte[file.length + 1 + random.nextInt(100)];
      System.arraycopy(file, 0, longer, longer.length - file.length, file.length);
      return longer;
    }
  },
  AN_ENTRY_DROPPED {
    @Override
    byte[] of(byte[] file, SplittableRandom random) throws IOException {
      Map<String, byte[]> entries = ModelZip.all(file);
      entries.remove(one(entries, random));
      return StoredZip.of(entries);
    }
  },
  ENTRIES_SWAPPED {
    @Override
    byte[] of(byte[] file, SplittableRandom random) throws IOException {
      Map<String, byte[]> entries = ModelZip.all(file);
      List<byte[]> contents = new ArrayList<>(entries.values());
      Collections.rotate(contents, 1);
      entries.replaceAll((name, content) -> contents.remove(0));
      return StoredZip.of(entries);
    }
  },
  AN_ENTRY_MORE {
    @Override
    byte[] of(byte[] file, SplittableRandom random) throws IOException {
      Map<String, byte[]> entries = ModelZip.all(file);
      List<String> names =
          List.of("../../outside", "/etc/passwd", "C:\\boot.ini", "preprocessor.bin", "best-1.bin");
      entries.put(names.get(random.nextInt(names.size())), new byte[10]);
      return StoredZip.of(entries);
    }
  },
  AN_ENTRY_BOMBED {
    @Override
    byte[] of(byte[] file, SplittableRandom random) throws IOException {
      Map<String, byte[]> entries = ModelZip.all(file);
      entries.put(one(entries, random), new byte[64 << 20]);
      return ModelZip.compressed(entries);
    }
  },
  A_NEWER_FORMAT {
    @Override
    byte[] of(byte[] file, SplittableRandom random) throws IOException {
      return replaced(file, "\"format\": ", "\"format\": " + (1 + random.nextInt(9)));
    }
  },
  ANOTHER_WIDTH {
    @Override
    byte[] of(byte[] file, SplittableRandom random) throws IOException {
      int units = random.nextInt(Integer.MAX_VALUE);
      return remade(replaced(file, "\"units\": ", "\"units\": " + units));
    }
  },
  ANOTHER_COUNT_OF_NUMBERS {
    @Override
    byte[] of(byte[] file, SplittableRandom random) throws IOException {
      Map<String, byte[]> entries = ModelZip.all(file);
      Map<String, byte[]> network = ModelZip.all(entries.get("network.zip"));
      ByteBuffer numbers = ByteBuffer.wrap(network.get("coefficients.bin"));
      numbers.putLong(8 * random.nextInt(HEADER / 8), 1L << random.nextInt(63));
      entries.put("network.zip", StoredZip.of(network));
      return remade(StoredZip.of(entries));
    }
  },
  NUMBERS_BOMBED {
    @Override
    byte[] of(byte[] file, SplittableRandom random) throws IOException {
      Map<String, byte[]> entries = ModelZip.all(file);
      Map<String, byte[]> network = ModelZip.all(entries.get("network.zip"));
      network.put(one(network, random), new byte[64 << 20]);
      entries.put("network.zip", ModelZip.compressed(network));
      return remade(StoredZip.of(entries));
    }
  };

  /** Less than the bytes before the numbers in what ND4J writes. */
  private static final int HEADER = 120;

  /** A file of the first format has no manifest, and so takes part in what changes bytes alone. */
  static Mutation of(boolean isFirstFormat, SplittableRandom random) {
    boolean bombs = random.nextInt(10) == 0;
    Mutation end = isFirstFormat ? AN_ENTRY_DROPPED : AN_ENTRY_BOMBED;
    List<Mutation> possible =
        Arrays.stream(values())
            .takeWhile(each -> (bombs && !isFirstFormat) || each != end)
            .toList();
    return possible.get(random.nextInt(possible.size()));
  }

  /** The changed file. */
  abstract byte[] of(byte[] file, SplittableRandom random) throws IOException;

  private static String one(Map<String, byte[]> entries, SplittableRandom random) {
    return List.copyOf(entries.keySet()).get(random.nextInt(entries.size()));
  }

  /** The file with a manifest that was written for it. */
  private static byte[] remade(byte[] file) throws IOException {
    return ModelZip.withManifest(ModelZip.entries(file));
  }

  /** The file whose texts have another number after this. */
  private static byte[] replaced(byte[] file, String before, String after) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>(ModelZip.all(file));
    entries.replaceAll(
        (name, content) -> name.endsWith(".json") ? text(content, before, after) : content);
    return StoredZip.of(entries);
  }

  private static byte[] text(byte[] content, String before, String after) {
    String text = new String(content, StandardCharsets.UTF_8);
    return text.replaceFirst(before + "[0-9]+", after).getBytes(StandardCharsets.UTF_8);
  }
}
