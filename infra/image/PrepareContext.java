import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.tools.ToolProvider;
import org.springframework.boot.SpringApplicationAotProcessor;

/**
 * Finds out at the build which beans a service has, so that its starts needn't: runs Spring Boot's processor, compiles what it wrote and
 * puts that with the service's classes. Spring Boot's own Maven goal compiles with the Java that runs Maven, which may be older than the
 * services; this runs on the toolchain's. Does nothing when all it would read is older than what it made: classes written anew would
 * make a jar, and with it an AOT cache, out of date. Arguments: main class, a folder to write to, the folder of the service's classes,
 * group and artifact, then settings as on the service's command line.
 */
public final class PrepareContext {
    private PrepareContext() {}

    public static void main(String[] arguments) throws Exception {
        var folder = Path.of(arguments[1]);
        var classes = Path.of(arguments[2]);
        var stamp = folder.resolve("made");
        if (Files.exists(stamp) && newestOf(classes).compareTo(Files.getLastModifiedTime(stamp)) <= 0) {
            return;
        }
        var processor = new ArrayList<>(List.of(
                arguments[0],
                folder.resolve("sources").toString(),
                folder.resolve("resources").toString(),
                folder.resolve("classes").toString()));
        processor.addAll(Arrays.asList(arguments).subList(3, arguments.length));
        SpringApplicationAotProcessor.main(processor.toArray(String[]::new));
        copy(folder.resolve("classes"), classes);
        compile(filesIn(folder.resolve("sources")), classes);
        Files.deleteIfExists(stamp);
        Files.createFile(stamp);
    }

    /** Of the service's classes, of all they need, and of what says how this is called. */
    private static FileTime newestOf(Path classes) throws IOException {
        var module = classes.resolve("../..").normalize();
        var inputs = new ArrayList<>(List.of(
                module.resolve("pom.xml"), module.resolve("../pom.xml"), module.resolve("../infra/image/PrepareContext.java")));
        for (var entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            var path = Path.of(entry);
            if (Files.exists(path)) {
                inputs.addAll(filesIn(path));
            }
        }
        var newest = FileTime.fromMillis(0);
        for (var input : inputs) {
            var its = Files.getLastModifiedTime(input);
            newest = its.compareTo(newest) > 0 ? its : newest;
        }
        return newest;
    }

    private static void compile(List<Path> sources, Path classes) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var options = List.of(
                    "-proc:none", "-nowarn", "-classpath", System.getProperty("java.class.path"), "-d", classes.toString());
            if (!compiler.getTask(null, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
                    .call()) {
                throw new IllegalStateException("what was prepared does not compile: see above");
            }
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        for (var file : filesIn(from)) {
            var copy = to.resolve(from.relativize(file).toString());
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
