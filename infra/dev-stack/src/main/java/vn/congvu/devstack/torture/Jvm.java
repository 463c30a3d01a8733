package vn.congvu.devstack.torture;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Starts another class of the same jar, or of the same class path, as a process. */
final class Jvm {
    private Jvm() {}

    static List<String> command(String mainClass, String heap, Object... arguments) {
        var classPath = System.getProperty("java.class.path", "");
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home", ""), "bin", "java").toString(),
                "-Xmx" + heap,
                "-Xss512k",
                "-XX:+UseSerialGC",
                "-Dfile.encoding=UTF-8",
                "-cp",
                classPath));
        if (classPath.endsWith(".jar") && !classPath.contains(":")) {
            command.add("-Dloader.main=" + mainClass);
            command.add("org.springframework.boot.loader.launch.PropertiesLauncher");
        } else {
            command.add(mainClass);
        }
        Arrays.stream(arguments).map(Object::toString).forEach(command::add);
        return command;
    }
}
