using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Types = System.Collections.Immutable.ImmutableArray<Explainers.Benchmarks.Modules.ModuleType>;

namespace Explainers.Benchmarks.Modules;

/// <summary>A type, or the type around it.</summary>
/// <param name="Namespace">Its namespace, which is its room.</param>
/// <param name="Name">Its name.</param>
internal readonly record struct ModuleType(string Namespace, string Name);

/// <summary>Which types of an assembly name which others: as bases, in fields, in signatures, in code.</summary>
/// <param name="assembly">The assembly.</param>
internal sealed class TypeUses(PEReader assembly) : ISignatureTypeProvider<Types, object?>
{
    private readonly MetadataReader _metadata = assembly.GetMetadataReader();

    /// <summary>Reads them, with the types of other assemblies that they name. Types that the compiler of C# made are left out.</summary>
    public Dictionary<ModuleType, HashSet<ModuleType>> Read()
    {
        var uses = new Dictionary<ModuleType, HashSet<ModuleType>>();
        foreach (var handle in _metadata.TypeDefinitions)
        {
            var (type, name) = (_metadata.GetTypeDefinition(handle), Outermost(handle));
            if (IsMade(name)) continue;
            if (!uses.TryGetValue(name, out var used)) uses[name] = used = [];
            foreach (var field in type.GetFields()) Add(used, _metadata.GetFieldDefinition(field).DecodeSignature(this, null));
            foreach (var contract in type.GetInterfaceImplementations())
                Add(used, Named(_metadata.GetInterfaceImplementation(contract).Interface));
            if (!type.BaseType.IsNil) Add(used, Named(type.BaseType));
            foreach (var method in type.GetMethods()) AddMethod(used, _metadata.GetMethodDefinition(method));
        }
        return uses;
    }

    private void AddMethod(HashSet<ModuleType> used, MethodDefinition method)
    {
        var signature = method.DecodeSignature(this, null);
        Add(used, signature.ReturnType);
        foreach (var parameter in signature.ParameterTypes) Add(used, parameter);
        if (method.RelativeVirtualAddress == 0) return;
        var body = assembly.GetMethodBody(method.RelativeVirtualAddress);
        if (!body.LocalSignature.IsNil)
            foreach (var local in _metadata.GetStandaloneSignature(body.LocalSignature).DecodeLocalSignature(this, null)) Add(used, local);
        foreach (var token in CodeTokens.In(body.GetILBytes() ?? []))
            Add(used, OfToken(System.Reflection.Metadata.Ecma335.MetadataTokens.EntityHandle(token)));
    }

    /// <summary>The types that a token in code stands for: that of a member, or the type itself.</summary>
    private Types OfToken(EntityHandle token) => token.Kind switch
    {
        HandleKind.MethodDefinition => Named(_metadata.GetMethodDefinition((MethodDefinitionHandle)token).GetDeclaringType()),
        HandleKind.FieldDefinition => Named(_metadata.GetFieldDefinition((FieldDefinitionHandle)token).GetDeclaringType()),
        HandleKind.MemberReference => Named(_metadata.GetMemberReference((MemberReferenceHandle)token).Parent),
        HandleKind.MethodSpecification => OfGeneric(_metadata.GetMethodSpecification((MethodSpecificationHandle)token)),
        _ => Named(token),
    };

    private Types OfGeneric(MethodSpecification method) =>
        [.. OfToken(method.Method), .. method.DecodeSignature(this, null).SelectMany(part => part)];

    private Types Named(EntityHandle handle) => handle.Kind switch
    {
        HandleKind.TypeDefinition => [Outermost((TypeDefinitionHandle)handle)],
        HandleKind.TypeReference => [Outermost((TypeReferenceHandle)handle)],
        HandleKind.TypeSpecification => _metadata.GetTypeSpecification((TypeSpecificationHandle)handle).DecodeSignature(this, null),
        _ => [],
    };

    private ModuleType Outermost(TypeDefinitionHandle handle)
    {
        var type = _metadata.GetTypeDefinition(handle);
        var outer = type.GetDeclaringType();
        return outer.IsNil ? new ModuleType(_metadata.GetString(type.Namespace), _metadata.GetString(type.Name)) : Outermost(outer);
    }

    private ModuleType Outermost(TypeReferenceHandle handle)
    {
        var type = _metadata.GetTypeReference(handle);
        return type.ResolutionScope.Kind == HandleKind.TypeReference
            ? Outermost((TypeReferenceHandle)type.ResolutionScope)
            : new ModuleType(_metadata.GetString(type.Namespace), _metadata.GetString(type.Name));
    }

    private static bool IsMade(ModuleType type) => type.Name.StartsWith('<');

    private static void Add(HashSet<ModuleType> used, Types types) => used.UnionWith(types.Where(type => !IsMade(type)));

    Types ISimpleTypeProvider<Types>.GetPrimitiveType(PrimitiveTypeCode typeCode) => [];

    Types ISimpleTypeProvider<Types>.GetTypeFromDefinition(
        MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) => [Outermost(handle)];

    Types ISimpleTypeProvider<Types>.GetTypeFromReference(
        MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) => [Outermost(handle)];

    Types ISignatureTypeProvider<Types, object?>.GetTypeFromSpecification(
        MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind) => Named(handle);

    Types ISZArrayTypeProvider<Types>.GetSZArrayType(Types elementType) =>
        elementType;

    Types IConstructedTypeProvider<Types>.GetArrayType(
        Types elementType, ArrayShape shape) => elementType;

    Types IConstructedTypeProvider<Types>.GetByReferenceType(Types elementType) =>
        elementType;

    Types IConstructedTypeProvider<Types>.GetPointerType(Types elementType) =>
        elementType;

    Types IConstructedTypeProvider<Types>.GetGenericInstantiation(
        Types genericType, ImmutableArray<Types> typeArguments) =>
        [.. genericType, .. typeArguments.SelectMany(argument => argument)];

    Types ISignatureTypeProvider<Types, object?>.GetFunctionPointerType(
        MethodSignature<Types> signature) => [.. signature.ReturnType, .. signature.ParameterTypes.SelectMany(part => part)];

    Types ISignatureTypeProvider<Types, object?>.GetGenericMethodParameter(object? genericContext, int index) =>
        [];

    Types ISignatureTypeProvider<Types, object?>.GetGenericTypeParameter(object? genericContext, int index) =>
        [];

    Types ISignatureTypeProvider<Types, object?>.GetModifiedType(
        Types modifier, Types unmodifiedType, bool isRequired) => unmodifiedType;

    Types ISignatureTypeProvider<Types, object?>.GetPinnedType(Types elementType) =>
        elementType;
}
