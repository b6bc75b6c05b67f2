using Explainers.Cli;

return Application.Run(args, new World(Console.Out, Console.Error, Directory.GetCurrentDirectory(), TimeProvider.System));
