import java.nio.file.Path;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;

/** Runs Neo4j Community until it is told to stop or the process that wants it is gone. Arguments: folder of the data, file of settings, id of that process. */
public class Launcher {
  public static void main(String[] arguments) throws Exception {
    var owner = ProcessHandle.of(Long.parseLong(arguments[2]));
    if (owner.isEmpty()) return;
    owner.get().onExit().thenRun(() -> System.exit(0));
    var service = new DatabaseManagementServiceBuilder(Path.of(arguments[0])).loadPropertiesFromFile(Path.of(arguments[1])).build();
    Runtime.getRuntime().addShutdownHook(new Thread(service::shutdown));
    System.out.println("ready");
    Thread.currentThread().join();
  }
}
