using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Ledgerbridge.Tests.Repository;

/// <summary>What a compiled assembly uses, read from its metadata: what the compiler added counts as much as what was written.</summary>
internal static class AssemblyUse
{
    /// <summary>What it uses of other assemblies: full names of members, and of types of which it uses no member.</summary>
    public static IReadOnlyList<string> ForeignNames(Stream assembly)
    {
        using var file = new PEReader(assembly);
        var metadata = file.GetMetadataReader();
        var members = metadata.MemberReferences.Select(metadata.GetMemberReference).ToLookup(static member => member.Parent);
        return
        [
            .. from handle in metadata.TypeReferences
            let type = metadata.GetTypeReference(handle)
            let name = $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}"
            from used in members[handle].Select(member => $"{name}.{metadata.GetString(member.Name)}").DefaultIfEmpty(name)
            select used,
        ];
    }

    /// <summary>The names of all assemblies that it names.</summary>
    public static IReadOnlyList<string> ForeignAssemblies(Stream assembly)
    {
        using var file = new PEReader(assembly);
        var metadata = file.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))];
    }

    /// <summary>The fields, methods, called members and local variables whose signature holds a binary fraction.</summary>
    public static IReadOnlyList<string> BinaryFractions(Stream assembly)
    {
        using var file = new PEReader(assembly);
        var metadata = file.GetMetadataReader();
        var decoder = new FractionDecoder();
        var fields = metadata
            .FieldDefinitions.Select(metadata.GetFieldDefinition)
            .Where(field => field.DecodeSignature(decoder, null))
            .Select(field => $"field {metadata.GetString(field.Name)}");
        var methods = metadata
            .MethodDefinitions.Select(metadata.GetMethodDefinition)
            .Where(method => IsFraction(method.DecodeSignature(decoder, null)))
            .Select(method => $"method {metadata.GetString(method.Name)}");
        var members = metadata
            .MemberReferences.Select(metadata.GetMemberReference)
            .Where(member => IsFraction(member, decoder))
            .Select(member => $"use of {metadata.GetString(member.Name)}");
        var variables = Enumerable
            .Range(1, metadata.GetTableRowCount(TableIndex.StandAloneSig))
            .Select(row => metadata.GetStandaloneSignature(MetadataTokens.StandaloneSignatureHandle(row)))
            .Where(signature =>
                signature.GetKind() == StandaloneSignatureKind.LocalVariables && signature.DecodeLocalSignature(decoder, null).Any(IsTrue)
            )
            .Select(static _ => "a local variable");
        var constructed = Enumerable
            .Range(1, metadata.GetTableRowCount(TableIndex.TypeSpec))
            .Select(row => metadata.GetTypeSpecification(MetadataTokens.TypeSpecificationHandle(row)))
            .Where(type => type.DecodeSignature(decoder, null))
            .Select(static _ => "a constructed type");
        var calls = Enumerable
            .Range(1, metadata.GetTableRowCount(TableIndex.MethodSpec))
            .Select(row => metadata.GetMethodSpecification(MetadataTokens.MethodSpecificationHandle(row)))
            .Where(call => call.DecodeSignature(decoder, null).Any(IsTrue))
            .Select(static _ => "a call of a generic method");
        return [.. fields, .. methods, .. members, .. variables, .. constructed, .. calls];
    }

    private static bool IsFraction(MemberReference member, FractionDecoder decoder) =>
        member.GetKind() == MemberReferenceKind.Field
            ? member.DecodeFieldSignature(decoder, null)
            : IsFraction(member.DecodeMethodSignature(decoder, null));

    private static bool IsFraction(MethodSignature<bool> signature) => signature.ReturnType || signature.ParameterTypes.Any(IsTrue);

    private static bool IsTrue(bool isFraction) => isFraction;

    /// <summary>Reads a signature as the answer to whether a binary fraction occurs in it.</summary>
    private sealed class FractionDecoder : ISignatureTypeProvider<bool, object?>
    {
        public bool GetPrimitiveType(PrimitiveTypeCode typeCode) => typeCode is PrimitiveTypeCode.Double or PrimitiveTypeCode.Single;

        public bool GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) =>
            reader.StringComparer.Equals(reader.GetTypeReference(handle).Name, nameof(Half));

        public bool GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) => false;

        public bool GetTypeFromSpecification(
            MetadataReader reader,
            object? genericContext,
            TypeSpecificationHandle handle,
            byte rawTypeKind
        ) => reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);

        public bool GetGenericInstantiation(bool genericType, ImmutableArray<bool> typeArguments) =>
            genericType || typeArguments.Any(IsTrue);

        public bool GetFunctionPointerType(MethodSignature<bool> signature) => IsFraction(signature);

        public bool GetModifiedType(bool modifier, bool unmodifiedType, bool isRequired) => modifier || unmodifiedType;

        public bool GetArrayType(bool elementType, ArrayShape shape) => elementType;

        public bool GetByReferenceType(bool elementType) => elementType;

        public bool GetPinnedType(bool elementType) => elementType;

        public bool GetPointerType(bool elementType) => elementType;

        public bool GetSZArrayType(bool elementType) => elementType;

        public bool GetGenericMethodParameter(object? genericContext, int index) => false;

        public bool GetGenericTypeParameter(object? genericContext, int index) => false;
    }
}
