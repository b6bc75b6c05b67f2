using System.Buffers.Binary;
using System.Reflection.Emit;

namespace Explainers.Benchmarks.Modules;

/// <summary>Finds the members and types that the code of a method names.</summary>
internal static class CodeTokens
{
    private static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes).GetFields()
        .Select(field => field.GetValue(null)).OfType<OpCode>().ToDictionary(code => code.Value);

    /// <summary>The tokens of types, fields and methods in some code.</summary>
    public static IEnumerable<int> In(byte[] code)
    {
        for (var at = 0; at < code.Length;)
        {
            var value = code[at] == 0xFE ? unchecked((short)(0xFE00 | code[at + 1])) : code[at];
            var operation = Codes[value];
            at += operation.Size;
            if (operation.OperandType
                is OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok or OperandType.InlineType)
                yield return BinaryPrimitives.ReadInt32LittleEndian(code.AsSpan(at));
            at += operation.OperandType == OperandType.InlineSwitch
                ? 4 + BinaryPrimitives.ReadInt32LittleEndian(code.AsSpan(at)) * 4
                : SizeOf(operation.OperandType);
        }
    }

    private static int SizeOf(OperandType operand) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        _ => 4,
    };
}
