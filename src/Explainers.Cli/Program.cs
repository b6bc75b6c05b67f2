using Explainers.Cli;

return Application.Run(args, new World(Console.Out, Console.Error, Directory.GetCurrentDirectory(), TimeProvider.System)
{
    Input = Console.IsInputRedirected || Console.IsErrorRedirected ? null : Console.In,
});
