using Explainers.Facts;
using UnitsNet;
using UnitsNet.Units;

namespace Explainers.Tests;

/// <summary>The factors of units against those of UnitsNet, a library that others keep.</summary>
public sealed class UnitTableTests
{
    /// <summary>How far apart two factors may be: UnitsNet has doubles, and takes 745.69 W for a horsepower.</summary>
    private const double Tolerance = 2e-5;

    private static readonly (string Ours, Enum Theirs, Enum Base)[] Pairs =
    [
        .. Of(LengthUnit.Meter,
            ("nm", LengthUnit.Nanometer), ("µm", LengthUnit.Micrometer), ("mm", LengthUnit.Millimeter), ("cm", LengthUnit.Centimeter),
            ("km", LengthUnit.Kilometer), ("in", LengthUnit.Inch), ("ft", LengthUnit.Foot), ("yd", LengthUnit.Yard),
            ("mi", LengthUnit.Mile), ("nmi", LengthUnit.NauticalMile), ("light-years", LengthUnit.LightYear)),
        .. Of(AreaUnit.SquareMeter,
            ("mm²", AreaUnit.SquareMillimeter), ("cm²", AreaUnit.SquareCentimeter), ("km²", AreaUnit.SquareKilometer),
            ("ha", AreaUnit.Hectare), ("acres", AreaUnit.Acre), ("sq in", AreaUnit.SquareInch), ("sq ft", AreaUnit.SquareFoot),
            ("sq yd", AreaUnit.SquareYard), ("sq mi", AreaUnit.SquareMile)),
        .. Of(VolumeUnit.CubicMeter,
            ("ml", VolumeUnit.Milliliter), ("cl", VolumeUnit.Centiliter), ("l", VolumeUnit.Liter), ("hl", VolumeUnit.Hectoliter),
            ("cm³", VolumeUnit.CubicCentimeter), ("km³", VolumeUnit.CubicKilometer), ("cu ft", VolumeUnit.CubicFoot),
            ("cu yd", VolumeUnit.CubicYard), ("acre-feet", VolumeUnit.AcreFoot), ("barrels", VolumeUnit.OilBarrel),
            ("gallons", VolumeUnit.UsGallon), ("UK gallons", VolumeUnit.ImperialGallon), ("US pints", VolumeUnit.UsPint),
            ("UK pints", VolumeUnit.ImperialPint)),
        .. Of(MassUnit.Kilogram,
            ("µg", MassUnit.Microgram), ("mg", MassUnit.Milligram), ("g", MassUnit.Gram), ("t", MassUnit.Tonne), ("kt", MassUnit.Kilotonne),
            ("Mt", MassUnit.Megatonne), ("lb", MassUnit.Pound), ("oz", MassUnit.Ounce), ("tons", MassUnit.ShortTon),
            ("long tons", MassUnit.LongTon)),
        .. Of(DurationUnit.Second,
            ("ms", DurationUnit.Millisecond), ("min", DurationUnit.Minute), ("h", DurationUnit.Hour), ("days", DurationUnit.Day),
            ("weeks", DurationUnit.Week)),
        .. Of(SpeedUnit.MeterPerSecond,
            ("mph", SpeedUnit.MilePerHour), ("knots", SpeedUnit.Knot), ("km/h", SpeedUnit.KilometerPerHour),
            ("ft/s", SpeedUnit.FootPerSecond)),
        .. Of(EnergyUnit.Joule,
            ("kJ", EnergyUnit.Kilojoule), ("MJ", EnergyUnit.Megajoule), ("GJ", EnergyUnit.Gigajoule), ("TJ", EnergyUnit.Terajoule),
            ("PJ", EnergyUnit.Petajoule), ("Wh", EnergyUnit.WattHour), ("kWh", EnergyUnit.KilowattHour), ("MWh", EnergyUnit.MegawattHour),
            ("GWh", EnergyUnit.GigawattHour), ("TWh", EnergyUnit.TerawattHour), ("kcal", EnergyUnit.Kilocalorie),
            ("Btu", EnergyUnit.BritishThermalUnit)),
        .. Of(PowerUnit.Watt,
            ("mW", PowerUnit.Milliwatt), ("kW", PowerUnit.Kilowatt), ("MW", PowerUnit.Megawatt), ("GW", PowerUnit.Gigawatt),
            ("TW", PowerUnit.Terawatt), ("hp", PowerUnit.MechanicalHorsepower), ("metric horsepower", PowerUnit.MetricHorsepower)),
        .. Of(PressureUnit.Pascal,
            ("hPa", PressureUnit.Hectopascal), ("kPa", PressureUnit.Kilopascal), ("MPa", PressureUnit.Megapascal),
            ("GPa", PressureUnit.Gigapascal), ("bar", PressureUnit.Bar), ("mbar", PressureUnit.Millibar), ("atm", PressureUnit.Atmosphere),
            ("psi", PressureUnit.PoundForcePerSquareInch), ("mmHg", PressureUnit.MillimeterOfMercury)),
        .. Of(ForceUnit.Newton,
            ("kN", ForceUnit.Kilonewton), ("MN", ForceUnit.Meganewton), ("lbf", ForceUnit.PoundForce), ("kgf", ForceUnit.KilogramForce)),
        .. Of(FrequencyUnit.Hertz,
            ("kHz", FrequencyUnit.Kilohertz), ("MHz", FrequencyUnit.Megahertz), ("GHz", FrequencyUnit.Gigahertz)),
        .. Of(AngleUnit.Degree,
            ("arcminutes", AngleUnit.Arcminute), ("arcseconds", AngleUnit.Arcsecond), ("radians", AngleUnit.Radian)),
        .. Of(InformationUnit.Bit,
            ("kbit", InformationUnit.Kilobit), ("Mbit", InformationUnit.Megabit), ("Gbit", InformationUnit.Gigabit),
            ("bytes", InformationUnit.Byte), ("kB", InformationUnit.Kilobyte), ("MB", InformationUnit.Megabyte),
            ("GB", InformationUnit.Gigabyte), ("TB", InformationUnit.Terabyte), ("PB", InformationUnit.Petabyte),
            ("KiB", InformationUnit.Kibibyte), ("MiB", InformationUnit.Mebibyte), ("GiB", InformationUnit.Gibibyte)),
        .. Of(DensityUnit.KilogramPerCubicMeter,
            ("g/cm³", DensityUnit.GramPerCubicCentimeter), ("lb/cu ft", DensityUnit.PoundPerCubicFoot)),
        .. Of(FuelEfficiencyUnit.LiterPer100Kilometers,
            ("km/l", FuelEfficiencyUnit.KilometerPerLiter), ("mpg", FuelEfficiencyUnit.MilePerUsGallon),
            ("UK mpg", FuelEfficiencyUnit.MilePerUkGallon)),
    ];

    /// <summary>Our names of units that UnitsNet has too.</summary>
    public static TheoryData<string> Names() => [.. Pairs.Select(pair => pair.Ours)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_factor_is_that_of_another_table(string name)
    {
        var (_, theirs, based) = Pairs.First(pair => pair.Ours == name);
        var expected = UnitConverter.Convert(5, theirs, based);
        var unit = Unit.Read(name, Nouns.Refused);
        Assert.NotNull(unit);
        var actual = (double)Measures.Number(5, unit, Unit.None)!.Value;
        Assert.InRange(actual / expected, 1 - Tolerance, 1 + Tolerance);
    }

    [Fact]
    public void Every_unit_has_a_name_in_every_language()
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, "theme", "strings"), "*.yaml"))
        {
            var keys = File.ReadLines(file).Select(line => line.Split(':')[0]).ToHashSet(StringComparer.Ordinal);
            Assert.DoesNotContain(
                UnitTable.Rows.Select(row => row.Unit).Where(unit => unit.Key is not ("percent" or "k" or "c" or "f")),
                unit => !keys.Contains($"unit_{unit.Key}")
                    && !(keys.Contains($"prefix_{unit.Prefixed.Prefix}") && keys.Contains($"unit_{unit.Prefixed.Key}")));
        }
    }

    private static IEnumerable<(string, Enum, Enum)> Of(Enum based, params (string Ours, Enum Theirs)[] pairs) =>
        pairs.Select(pair => (pair.Ours, pair.Theirs, based));
}
